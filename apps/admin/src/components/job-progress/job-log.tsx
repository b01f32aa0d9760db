import type { JobItemDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { useJobWords } from './use-job-words';

/** The last things that ended, newest first. */
export function JobLog({ items }: { items: JobItemDto[] }) {
  const { t } = useTranslation('jobs');
  const words = useJobWords();
  return (
    <ol
      aria-label={t('log')}
      tabIndex={0}
      className="h-36 shrink-0 overflow-y-auto rounded-md border bg-canvas p-2 font-mono text-xs"
    >
      {items.toReversed().map((item) => (
        <li key={item.id} className="flex gap-3 py-0.5">
          <span className="shrink-0">{item.label ?? item.id}</span>
          <span className="truncate text-soft" title={item.message}>
            {words.reason(item.reason)}
          </span>
        </li>
      ))}
    </ol>
  );
}
