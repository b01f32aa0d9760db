import { group } from '../group';
import { isNotTimeZone } from '../kinds/network-checks';
import { integer } from '../kinds/number';
import { text } from '../kinds/text';

export const schedulerGroup = group(
  'scheduler',
  { en: 'Scheduled work', zh: '定时任务' },
  {
    CHECK_INTERVAL_HOURS: integer({
      label: { en: 'Time between re-checks of keys', zh: '密钥复检间隔' },
      help: {
        en: 'How often invalid keys are tested again. 0: never.',
        zh: '重新检测失效密钥的间隔，0 表示不检测。',
      },
      default: 1,
      min: 0,
      max: 8760,
      unit: 'hours',
    }),
    TIMEZONE: text({
      label: { en: 'Time zone', zh: '时区' },
      help: { en: 'Time zone in which daily work is scheduled.', zh: '每日任务所依据的时区。' },
      default: 'Asia/Shanghai',
      of: 'time-zone',
      check: isNotTimeZone,
    }),
  },
);
