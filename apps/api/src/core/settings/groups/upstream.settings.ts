import { group } from '../group';
import { textMap } from '../kinds/map';
import { isNotHeader, isNotProxyUrl } from '../kinds/network-checks';
import { integer } from '../kinds/number';
import { url } from '../kinds/text';
import { textList } from '../kinds/text-list';
import { toggle } from '../kinds/toggle';

export const upstreamGroup = group(
  'upstream',
  { en: 'Upstream and routing', zh: '上游与路由' },
  {
    BASE_URL: url({
      label: { en: 'Gemini address', zh: 'Gemini 地址' },
      help: {
        en: 'Address of the Gemini API with its version. Native calls keep the version that the client asked for.',
        zh: 'Gemini API 的地址（含版本）。原生调用保留客户端所用的版本。',
      },
      default: 'https://generativelanguage.googleapis.com/v1beta',
    }),
    VERTEX_EXPRESS_BASE_URL: url({
      label: { en: 'Vertex Express address', zh: 'Vertex Express 地址' },
      help: { en: 'Address of Vertex AI in express mode.', zh: 'Vertex AI Express 模式的地址。' },
      default: 'https://aiplatform.googleapis.com/v1beta1/publishers/google',
    }),
    MAX_RETRIES: integer({
      label: { en: 'Further attempts', zh: '重试次数' },
      help: {
        en: 'Further attempts after faults of upstream or the network, before the first byte of the answer. 0: one attempt. A fault of the key itself moves on to the next key and does not count.',
        zh: '上游或网络出错且尚未返回内容时再尝试的次数，0 表示只尝试一次。密钥自身的问题会直接换用下一个密钥，不计入次数。',
      },
      default: 3,
      min: 0,
      max: 100,
    }),
    TIME_OUT: integer({
      label: { en: 'Timeout', zh: '超时时间' },
      help: {
        en: 'Longest wait for upstream: until its answer begins, and between two pieces of it.',
        zh: '等待上游的最长时间：直到响应开始，以及响应各片段之间。',
      },
      default: 300,
      min: 1,
      max: 3600,
      unit: 'seconds',
    }),
    PROXIES: textList({
      label: { en: 'Egress proxies', zh: '出站代理' },
      help: {
        en: 'http, https or socks5 addresses (socks5://user:password@host:1080) through which upstream is called. Empty: directly.',
        zh: '访问上游所用的 http、https 或 socks5 代理地址（socks5://user:password@host:1080）。留空则直连。',
      },
      default: [],
      of: 'proxy',
      check: isNotProxyUrl,
      isStoredEncrypted: true,
    }),
    PROXIES_USE_CONSISTENCY_HASH_BY_API_KEY: toggle({
      label: { en: 'One proxy for each key', zh: '按密钥固定代理' },
      help: {
        en: 'A key always leaves through the same proxy. Off: any proxy.',
        zh: '同一密钥始终使用同一个代理。关闭则任选代理。',
      },
      default: true,
    }),
    CUSTOM_HEADERS: textMap({
      label: { en: 'Further request headers', zh: '自定义请求头' },
      help: {
        en: 'Headers added to every upstream call, as {"Name": "value"}.',
        zh: '附加到每个上游请求的请求头，格式为 {"名称": "值"}。',
      },
      default: {},
      of: 'header',
      check: isNotHeader,
      isStoredEncrypted: true,
    }),
    URL_NORMALIZATION_ENABLED: toggle({
      label: { en: 'Repair mistyped paths', zh: '修正错误路径' },
      help: {
        en: 'Understands client paths with a doubled or missing version or prefix.',
        zh: '识别版本号或前缀重复、缺失的客户端路径。',
      },
      default: false,
    }),
  },
);
