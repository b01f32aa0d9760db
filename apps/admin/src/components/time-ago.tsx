import { useTranslation } from 'react-i18next';
import { formatAgo } from '../lib/duration';
import { useNow } from '../lib/use-now';

/** How long ago something was, moving on by itself; the exact time is in the tooltip. Without a time it was never. */
export function TimeAgo({ atMs }: { atMs: number | undefined }) {
  const { t, i18n } = useTranslation();
  const nowMs = useNow();
  if (atMs === undefined) return <span className="text-soft">{t('ago.never')}</span>;
  const at = new Date(atMs);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString(i18n.language)} className="whitespace-nowrap">
      {formatAgo(nowMs - atMs, i18n.language)}
    </time>
  );
}
