import type { ModelListDto } from '@gemini-balance/shared';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../components/time-ago';

/** Where the list comes from, how old it is, and why it could not be renewed. */
export function ListSource({ list: { source, totals } }: { list: ModelListDto }) {
  const { t } = useTranslation('models');
  const { error, listedAtMs, triedAtMs, url } = source;
  if (listedAtMs === undefined) return null;
  return (
    <div className="mb-3 space-y-2">
      <p className="text-soft">
        {t('source.models', { count: totals.models })}
        {totals.hidden > 0 && t('source.hidden', { count: totals.hidden })} {t('source.from', { url })}{' '}
        <TimeAgo atMs={listedAtMs} />
      </p>
      {error && (
        <p
          role="status"
          className="flex items-start gap-2 rounded-md border border-resting/40 bg-resting/10 px-3 py-2"
        >
          <TriangleAlert className="mt-0.5 size-4 shrink-0 text-resting" aria-hidden />
          <span className="min-w-0 break-words">
            {t('source.failed')} <TimeAgo atMs={triedAtMs} />: {error.message}
          </span>
        </p>
      )}
    </div>
  );
}
