import { group } from '../group';
import { integer } from '../kinds/number';
import { text } from '../kinds/text';
import { textList } from '../kinds/text-list';
import { toggle } from '../kinds/toggle';

const withoutEffect = { min: 0, max: 1_000_000, effect: 'none' } as const;

export const compatibilityGroup = group(
  'compatibility',
  { en: 'Compatibility', zh: '兼容' },
  {
    VALID_KEY_POOL_ENABLED: toggle({
      label: { en: 'Verified ready keys', zh: '有效密钥池' },
      help: {
        en: 'When many keys turn out dead at once, requests get only keys that were verified a short while ago, until the others are verified too.',
        zh: '大量密钥同时失效时，只使用近期验证过的密钥，直到其余密钥也完成验证。',
      },
      default: true,
    }),
    VALID_KEY_POOL_SIZE: integer({
      label: { en: 'Verified keys to keep', zh: '密钥池大小' },
      help: { en: 'How many verified keys are kept at hand.', zh: '保持多少个已验证的密钥。' },
      default: 50,
      min: 1,
      max: 1_000_000,
    }),
    POOL_MIN_THRESHOLD: integer({
      label: { en: 'Fewest verified keys', zh: '密钥池下限' },
      help: {
        en: 'Below this number further keys are verified at once.',
        zh: '低于此数量时立即验证更多密钥。',
      },
      default: 10,
      min: 0,
      max: 1_000_000,
    }),
    KEY_TTL_HOURS: integer({
      label: { en: 'A verification is good for', zh: '验证有效期' },
      help: { en: 'Time after which a key is verified again.', zh: '超过此时间后重新验证密钥。' },
      default: 2,
      min: 1,
      max: 8760,
      unit: 'hours',
    }),
    EMERGENCY_REFILL_COUNT: integer({
      ...withoutEffect,
      label: { en: 'Emergency refill', zh: '紧急补充数量' },
      help: {
        en: 'Not needed: keys are verified as they are missed.',
        zh: '不再需要：缺少密钥时会自动验证。',
      },
      default: 5,
    }),
    POOL_MAINTENANCE_INTERVAL_MINUTES: integer({
      ...withoutEffect,
      label: { en: 'Pool maintenance interval', zh: '密钥池维护间隔' },
      help: {
        en: 'Not needed: the pool is kept up to date all the time.',
        zh: '不再需要：密钥池始终保持最新。',
      },
      default: 30,
      unit: 'minutes',
    }),
    KEY_VALIDATION_GRACE_PERIOD_MINUTES: integer({
      ...withoutEffect,
      label: { en: 'Grace period of validation', zh: '验证宽限期' },
      help: {
        en: 'Not needed: a key that works is not verified again.',
        zh: '不再需要：可用的密钥不会重复验证。',
      },
      default: 10,
      unit: 'minutes',
    }),
    PRO_MODELS: textList({
      label: { en: 'Pro models', zh: 'Pro 模型' },
      help: {
        en: 'Not needed: limits are learnt from upstream for each model.',
        zh: '不再需要：各模型的限额从上游响应中得知。',
      },
      default: [],
      effect: 'none',
      of: 'model',
    }),
    PRO_MODEL_MAX_USAGE: integer({
      ...withoutEffect,
      label: { en: 'Uses of a key for Pro models', zh: 'Pro 模型单密钥次数' },
      help: {
        en: 'Not needed: limits are learnt from upstream for each model.',
        zh: '不再需要：各模型的限额从上游响应中得知。',
      },
      default: 5,
    }),
    NON_PRO_MODEL_MAX_USAGE: integer({
      ...withoutEffect,
      label: { en: 'Uses of a key for other models', zh: '其他模型单密钥次数' },
      help: {
        en: 'Not needed: limits are learnt from upstream for each model.',
        zh: '不再需要：各模型的限额从上游响应中得知。',
      },
      default: 20,
    }),
    GEMINI_QUOTA_RESET_HOUR: integer({
      label: { en: 'Hour of the quota reset', zh: '配额重置时刻' },
      help: {
        en: 'Not needed: daily quotas end at midnight in California, whatever the time zone.',
        zh: '不再需要：每日配额按加州午夜重置，与时区无关。',
      },
      default: 16,
      min: 0,
      max: 23,
      effect: 'none',
    }),
    KEY_VERIFICATION_BATCH_SIZE: integer({
      ...withoutEffect,
      label: { en: 'Keys verified together', zh: '批量验证数量' },
      help: {
        en: 'Not needed: the number of parallel verifications is chosen by the gateway.',
        zh: '不再需要：并行验证数量由网关决定。',
      },
      default: 20,
    }),
    CONCURRENT_VERIFICATIONS: integer({
      ...withoutEffect,
      label: { en: 'Verifications at a time', zh: '并发验证数' },
      help: {
        en: 'Not needed: the number of parallel verifications is chosen by the gateway.',
        zh: '不再需要：并行验证数量由网关决定。',
      },
      default: 1,
    }),
    GITHUB_REPO_OWNER: text({
      label: { en: 'Owner of the repository', zh: '仓库所有者' },
      help: {
        en: 'Whose GitHub repository is asked for newer versions. Empty: none is asked.',
        zh: '向哪个 GitHub 用户的仓库查询新版本。留空则不查询。',
      },
      default: '',
    }),
    GITHUB_REPO_NAME: text({
      label: { en: 'Name of the repository', zh: '仓库名称' },
      help: { en: 'Name of that repository.', zh: '该仓库的名称。' },
      default: 'gemini-balance',
    }),
    ENABLE_TTS: toggle({
      label: { en: 'Speech', zh: '语音开关' },
      help: { en: 'Not needed: speech is always offered.', zh: '不再需要：语音功能始终提供。' },
      default: true,
      effect: 'none',
    }),
  },
);
