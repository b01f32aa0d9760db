import { group } from '../group';
import { choice } from '../kinds/choice';
import { integer } from '../kinds/number';
import { toggle } from '../kinds/toggle';

export const loggingGroup = group(
  'logging',
  { en: 'Logs', zh: '日志' },
  {
    LOG_LEVEL: choice({
      label: { en: 'Log level', zh: '日志级别' },
      help: {
        en: 'The least severe messages that are written. DEBUG writes DATA_DIR/logs/debug.log as well.',
        zh: '写入日志的最低级别。DEBUG 时另写 DATA_DIR/logs/debug.log。',
      },
      default: 'INFO',
      options: ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'],
      synonyms: { trace: 'DEBUG', warn: 'WARNING', fatal: 'CRITICAL' },
    }),
    ERROR_LOG_RECORD_REQUEST_BODY: toggle({
      label: { en: 'Keep bodies of failed requests', zh: '记录失败请求的内容' },
      help: {
        en: 'Stores the first 16 kB of what was sent upstream with each logged error. Prompts may be private.',
        zh: '在错误日志中保存发往上游的请求内容的前 16 kB，其中可能包含隐私。',
      },
      default: false,
    }),
    AUTO_DELETE_ERROR_LOGS_ENABLED: toggle({
      label: { en: 'Delete old errors', zh: '自动删除错误日志' },
      help: { en: 'Deletes logged errors after the days below.', zh: '超过下列天数后删除错误日志。' },
      default: true,
    }),
    AUTO_DELETE_ERROR_LOGS_DAYS: integer({
      label: { en: 'Days to keep errors', zh: '错误日志保留天数' },
      help: { en: 'How long logged errors are kept.', zh: '错误日志的保留时间。' },
      default: 7,
      min: 1,
      max: 3650,
      unit: 'days',
    }),
    AUTO_DELETE_REQUEST_LOGS_ENABLED: toggle({
      label: { en: 'Delete old requests', zh: '自动删除请求日志' },
      help: { en: 'Deletes logged requests after the days below.', zh: '超过下列天数后删除请求日志。' },
      default: false,
    }),
    AUTO_DELETE_REQUEST_LOGS_DAYS: integer({
      label: { en: 'Days to keep requests', zh: '请求日志保留天数' },
      help: { en: 'How long logged requests are kept.', zh: '请求日志的保留时间。' },
      default: 30,
      min: 1,
      max: 3650,
      unit: 'days',
    }),
  },
);
