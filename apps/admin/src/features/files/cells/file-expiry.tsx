import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../../components/time-ago';
import { formatAhead } from '../../../lib/duration';
import { useNow } from '../../../lib/use-now';

/** When upstream removes a file, moving on by itself; the exact time is in the tooltip. */
export function FileExpiry({ atMs }: { atMs: number | undefined }) {
  const { t, i18n } = useTranslation('files');
  const nowMs = useNow();
  if (atMs === undefined) return <span className="text-soft">{t('noExpiry')}</span>;
  if (atMs <= nowMs) return <TimeAgo atMs={atMs} />;
  const at = new Date(atMs);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString(i18n.language)} className="whitespace-nowrap">
      {formatAhead(atMs - nowMs, i18n.language)}
    </time>
  );
}
