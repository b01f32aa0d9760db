import { useTranslation } from 'react-i18next';
import { formatDuration } from '../lib/duration';
import { useNow } from '../lib/use-now';

/** When a hold ends, such as `back in 4m`; counts down by itself. */
export function Countdown({ untilMs }: { untilMs: number | undefined }) {
  const { t, i18n } = useTranslation('outcomes');
  const nowMs = useNow();
  if (untilMs === undefined) return <>{t('back.onProbe')}</>;
  const waitMs = untilMs - nowMs;
  return <>{waitMs < 500 ? t('back.soon') : t('back.in', { wait: formatDuration(waitMs, i18n.language) })}</>;
}
