import type { JobDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useNetworkText } from '../../locales/use-network-text';
import { QueryView } from '../query-view/query-view';
import { CopyButton } from '../ui/copy-button';
import { Skeleton } from '../ui/skeleton';
import { isOver, jobQueries } from './job-queries';
import { useJobWords } from './use-job-words';

/** How many things ended how, most first; once the job is over each line opens the things themselves. */
export function JobResults({ job }: { job: JobDto }) {
  const { t, i18n } = useTranslation('jobs');
  const words = useJobWords();
  const number = new Intl.NumberFormat(i18n.language);
  if (job.counts.length === 0) return null;
  return (
    <ul aria-label={t('results')} className="divide-y rounded-md border">
      {job.counts.map(({ reason, count }) => (
        <li key={reason}>
          <Collapsible.Root disabled={!isOver(job)}>
            <Collapsible.Trigger className="group flex w-full items-center gap-2 px-3 py-2 text-start">
              {isOver(job) && (
                <ChevronRight
                  className="size-4 text-soft transition-transform group-data-[state=open]:rotate-90"
                  aria-hidden
                />
              )}
              <span className="min-w-0 flex-1">{words.reason(reason)}</span>
              <span className="font-semibold">{number.format(count)}</span>
            </Collapsible.Trigger>
            <Collapsible.Content className="border-t bg-canvas px-3 py-2">
              <ReasonItems id={job.id} reason={reason} />
            </Collapsible.Content>
          </Collapsible.Root>
        </li>
      ))}
    </ul>
  );
}

function ReasonItems({ id, reason }: { id: string; reason: string }) {
  const { t } = useTranslation('jobs');
  const networkText = useNetworkText();
  const items = useQuery(jobQueries.items(id, reason));
  return (
    <QueryView query={items} skeleton={<Skeleton className="h-16" />}>
      {(page) => (
        <div className="flex items-start gap-1">
          <ol
            tabIndex={0}
            aria-label={t('results')}
            className="max-h-40 min-w-0 flex-1 overflow-y-auto font-mono text-xs"
          >
            {page.items.map((item) => (
              <li key={item.id} className="flex gap-3 py-0.5">
                <span className="shrink-0">{item.label ?? item.id}</span>
                <span className="break-words text-soft">{item.message && networkText(item.message)}</span>
              </li>
            ))}
            {page.nextCursor !== undefined && <li className="text-soft">{t('onlyFirst')}</li>}
          </ol>
          <CopyButton
            text={page.items
              .map((item) => [item.label ?? item.id, item.message].filter(Boolean).join('\t'))
              .join('\n')}
            label={t('copyList')}
          />
        </div>
      )}
    </QueryView>
  );
}
