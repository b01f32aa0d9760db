import { group } from '../group';
import { integer } from '../kinds/number';
import { secretList, secretText } from '../kinds/secret';

export const accessGroup = group(
  'access',
  { en: 'Access', zh: '访问' },
  {
    ALLOWED_TOKENS: secretList({
      label: { en: 'Client tokens', zh: '访问令牌' },
      help: {
        en: 'Tokens that clients present. Imported at each start; one deleted in the dashboard does not come back.',
        zh: '客户端使用的令牌。每次启动时导入；在控制台删除的不会再次出现。',
      },
      managedAt: '/tokens',
      effect: 'restart',
    }),
    AUTH_TOKEN: secretText({
      label: { en: 'Admin token', zh: '管理员令牌' },
      help: {
        en: 'Opens the dashboard, and serves as a client token. Not set: the first of ALLOWED_TOKENS; without any, both are made at the first start and printed once.',
        zh: '用于登录控制台，也可作为访问令牌。未设置时取 ALLOWED_TOKENS 的第一个；两者皆无时在首次启动时生成并显示一次。',
      },
      managedAt: '/tokens',
      effect: 'restart',
    }),
    METRICS_TOKEN: secretText({
      label: { en: 'Token for metrics', zh: '监控令牌' },
      help: {
        en: 'Token with which Prometheus may read /metrics, and nothing else. Not set: only the admin token may.',
        zh: 'Prometheus 读取 /metrics 所用的令牌，别无他用。未设置时只有管理员令牌可读取。',
      },
    }),
    ADMIN_SESSION_EXPIRE: integer({
      label: { en: 'Length of a session', zh: '登录有效期' },
      help: {
        en: 'Time after which the dashboard asks for the token again.',
        zh: '控制台再次要求输入令牌之前的时间。',
      },
      default: 3600,
      min: 300,
      max: 2_592_000,
      unit: 'seconds',
    }),
  },
);
