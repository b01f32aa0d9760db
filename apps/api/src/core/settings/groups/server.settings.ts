import { group } from '../group';
import { isNotAddressRange, isNotOrigin } from '../kinds/network-checks';
import { integer } from '../kinds/number';
import { secretText } from '../kinds/secret';
import { text, url } from '../kinds/text';
import { textList } from '../kinds/text-list';
import { toggle } from '../kinds/toggle';

export const serverGroup = group(
  'server',
  { en: 'Server', zh: '服务' },
  {
    PORT: integer({
      label: { en: 'Port', zh: '端口' },
      help: { en: 'TCP port that the gateway listens on.', zh: '网关监听的 TCP 端口。' },
      default: 8000,
      min: 0,
      max: 65_535,
      effect: 'restart',
      isEnvOnly: true,
    }),
    HOST: text({
      label: { en: 'Listen address', zh: '监听地址' },
      help: {
        en: 'Address to listen on. 0.0.0.0 is every IPv4 address of the machine, 127.0.0.1 this machine alone.',
        zh: '监听的地址。0.0.0.0 表示本机所有 IPv4 地址，127.0.0.1 表示仅本机可访问。',
      },
      default: '0.0.0.0',
      effect: 'restart',
      isEnvOnly: true,
    }),
    DATA_DIR: text({
      label: { en: 'Data directory', zh: '数据目录' },
      help: {
        en: 'Directory of the SQLite database, the encryption key and other files that must survive a restart.',
        zh: '存放 SQLite 数据库、加密密钥以及其他需要在重启后保留的文件的目录。',
      },
      default: './data',
      effect: 'restart',
      isEnvOnly: true,
    }),
    PUBLIC_URL: url({
      label: { en: 'Public address', zh: '公开地址' },
      help: {
        en: 'Address under which clients reach the gateway, such as https://ai.example.com. Empty: taken from each request.',
        zh: '客户端访问网关所用的地址，例如 https://ai.example.com。留空则取自每个请求。',
      },
      default: '',
    }),
    TRUSTED_PROXIES: textList({
      label: { en: 'Trusted reverse proxies', zh: '受信任的反向代理' },
      help: {
        en: 'Addresses or ranges (10.0.0.0/8) whose X-Forwarded-* headers are believed. Empty: nobody’s.',
        zh: '信任其 X-Forwarded-* 请求头的地址或网段（如 10.0.0.0/8）。留空则不信任任何来源。',
      },
      default: [],
      of: 'address-range',
      check: isNotAddressRange,
    }),
    CORS_ALLOWED_ORIGINS: textList({
      label: { en: 'Origins of web clients', zh: '允许跨域的来源' },
      help: {
        en: 'Web origins (https://app.example.com, or * for all) whose pages may call the client API from a browser.',
        zh: '允许其网页从浏览器调用客户端 API 的来源（如 https://app.example.com，* 表示全部）。',
      },
      default: [],
      of: 'origin',
      check: isNotOrigin,
    }),
    FETCH_ALLOW_CIDRS: textList({
      label: { en: 'Private ranges open to fetching', zh: '允许抓取的内网网段' },
      help: {
        en: 'Private address ranges from which media named by clients may be fetched. Empty: public addresses only.',
        zh: '允许从哪些内网网段获取客户端所给链接中的媒体。留空则仅限公网地址。',
      },
      default: [],
      of: 'address-range',
      check: isNotAddressRange,
    }),
    SERVER_TIMING_ENABLED: toggle({
      label: { en: 'Tell clients the time', zh: '返回耗时信息' },
      help: {
        en: 'Answers carry Server-Timing: what the gateway, the wait for a key and upstream took until the answer began.',
        zh: '响应带有 Server-Timing 头：到响应开始为止，网关、等待密钥和上游各用了多少时间。',
      },
      default: true,
    }),
    MAX_BODY_MB: integer({
      label: { en: 'Largest request body', zh: '请求体上限' },
      help: {
        en: 'Largest request body that is held in memory; file uploads are streamed and not limited by it.',
        zh: '保存在内存中的单个请求体的上限；文件上传以流方式转发，不受此限制。',
      },
      default: 100,
      min: 1,
      max: 2048,
      unit: 'MB',
    }),
    BODY_BUDGET_MB: integer({
      label: { en: 'Memory for request bodies', zh: '请求体总内存' },
      help: {
        en: 'Memory that all request bodies may hold together; beyond it clients are asked to come back later (503).',
        zh: '所有请求体合计可占用的内存；超出后请客户端稍后重试（503）。',
      },
      default: 512,
      min: 1,
      max: 65_536,
      unit: 'MB',
    }),
    BODY_STALL_SECONDS: integer({
      label: { en: 'Patience with slow senders', zh: '请求体停顿上限' },
      help: {
        en: 'Time after which a client is cut off that has begun to send a body and sends nothing more. Long uploads that get on are not.',
        zh: '客户端开始发送请求体后停止发送多久即断开连接；持续进行的长时间上传不受影响。',
      },
      default: 60,
      min: 1,
      max: 3600,
      unit: 'seconds',
    }),
    DRAIN_SECONDS: integer({
      label: { en: 'Time to finish at shutdown', zh: '停机等待时间' },
      help: {
        en: 'Time that open replies have to finish after the process was asked to stop.',
        zh: '进程收到停止信号后，留给未完成响应的时间。',
      },
      default: 30,
      min: 0,
      max: 3600,
      unit: 'seconds',
    }),
    DRAIN_DELAY_SECONDS: integer({
      label: { en: 'Notice before shutdown', zh: '停机预告时间' },
      help: {
        en: 'Time after being asked to stop in which calls are still taken while /ready says no, so that a load balancer can look elsewhere first.',
        zh: '收到停止信号后仍继续接受请求、但 /ready 已返回不可用的时间，以便负载均衡器先行切换。',
      },
      default: 0,
      min: 0,
      max: 600,
      unit: 'seconds',
    }),
    ENCRYPTION_KEY: secretText({
      label: { en: 'Encryption key', zh: '加密密钥' },
      help: {
        en: 'Encrypts keys and secret settings in the database. Not set: made at the first start and kept in DATA_DIR/secret.key.',
        zh: '用于加密数据库中的密钥与机密设置。未设置时在首次启动时生成，保存在 DATA_DIR/secret.key。',
      },
      effect: 'restart',
      isEnvOnly: true,
    }),
  },
);
