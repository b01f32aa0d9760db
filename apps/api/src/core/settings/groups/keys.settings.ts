import { group } from '../group';
import { integer } from '../kinds/number';
import { secretList, secretText } from '../kinds/secret';
import { text } from '../kinds/text';

const imported = { managedAt: '/keys', effect: 'restart' } as const;

export const keysGroup = group(
  'keys',
  { en: 'Keys', zh: '密钥' },
  {
    API_KEYS: secretList({
      ...imported,
      label: { en: 'Gemini keys', zh: 'Gemini 密钥' },
      help: {
        en: 'Keys of the Gemini API. Imported at each start; one deleted in the dashboard does not come back.',
        zh: 'Gemini API 的密钥。每次启动时导入；在控制台删除的不会再次出现。',
      },
    }),
    GOOGLE_API_KEY: secretText({
      ...imported,
      label: { en: 'One more Gemini key', zh: '另一个 Gemini 密钥' },
      help: { en: 'Another name for API_KEYS that holds one key.', zh: 'API_KEYS 的别名，只放一个密钥。' },
    }),
    VERTEX_API_KEYS: secretList({
      ...imported,
      label: { en: 'Vertex Express keys', zh: 'Vertex Express 密钥' },
      help: {
        en: 'Keys of Vertex AI in express mode. Imported like API_KEYS.',
        zh: 'Vertex AI Express 模式的密钥，导入方式同 API_KEYS。',
      },
    }),
    PAID_KEY: secretText({
      ...imported,
      label: { en: 'Paid key', zh: '付费密钥' },
      help: {
        en: 'Key of a billed project, for what the free tier lacks, such as making images.',
        zh: '已开通付费的密钥，用于免费层没有的功能，例如图像生成。',
      },
    }),
    MAX_FAILURES: integer({
      label: { en: 'Failures until a key is set aside', zh: '密钥停用前的失败次数' },
      help: {
        en: 'Failures in a row, by the key’s own fault, after which it is used no more until a re-check succeeds.',
        zh: '密钥因自身原因连续失败多少次后停用，直到复检成功。',
      },
      default: 3,
      min: 1,
      max: 10_000,
    }),
    KEY_COOLDOWN_SECONDS: integer({
      label: { en: 'First cooldown', zh: '初始冷却时间' },
      help: {
        en: 'Time a rate-limited key rests when upstream names none; it doubles each time in a row.',
        zh: '被限流的密钥在上游未给出时间时的冷却时长；连续发生时逐次加倍。',
      },
      default: 60,
      min: 1,
      max: 86_400,
      unit: 'seconds',
    }),
    KEY_COOLDOWN_MAX_SECONDS: integer({
      label: { en: 'Longest cooldown', zh: '最长冷却时间' },
      help: { en: 'Where the doubling of the cooldown ends.', zh: '冷却时间加倍的上限。' },
      default: 3600,
      min: 1,
      max: 604_800,
      unit: 'seconds',
    }),
    TEST_MODEL: text({
      label: { en: 'Model for testing keys', zh: '测试模型' },
      help: {
        en: 'Model that a key is tested with; choose a cheap one that every key may use.',
        zh: '用于检测密钥的模型，请选择所有密钥都可用且便宜的模型。',
      },
      default: 'gemini-3.5-flash-lite',
      of: 'model',
      modelKinds: ['chat'],
    }),
  },
);
