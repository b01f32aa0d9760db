import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
import { CopyButton } from '../../../components/ui/copy-button';
import { Sheet } from '../../../components/ui/sheet';
import { Skeleton } from '../../../components/ui/skeleton';
import { logQueries } from '../log-queries';
import { AttemptItem } from './attempt-item';
import { RequestFacts } from './request-facts';

interface RequestSheetProps {
  /** Open while there is one. */
  requestId: string | undefined;
  onClose: () => void;
}

/** One client request: what it was, and each attempt on its way. */
export function RequestSheet({ requestId, onClose }: RequestSheetProps) {
  const { t } = useTranslation('logs');
  return (
    <Sheet
      title={t('details.title')}
      description={
        <span className="flex items-center gap-1">
          <code className="min-w-0 font-mono text-[0.8125rem] break-all">{requestId}</code>
          <CopyButton text={requestId ?? ''} label={t('details.copyId')} />
        </span>
      }
      isOpen={requestId !== undefined}
      onClose={onClose}
    >
      {requestId !== undefined && <RequestDetails requestId={requestId} />}
    </Sheet>
  );
}

function RequestDetails({ requestId }: { requestId: string }) {
  const { t } = useTranslation('logs');
  const details = useQuery(logQueries.details(requestId));
  return (
    <QueryView query={details} skeleton={<Skeleton className="h-64" />}>
      {({ request, attempts }) => (
        <>
          {request && <RequestFacts request={request} />}
          {!request && attempts.some(({ route }) => route === undefined) && (
            <p className="text-soft">{t('details.ownCall')}</p>
          )}
          <section aria-label={t('details.attempts')}>
            <h3 className="mb-2 font-semibold">{t('details.attempts')}</h3>
            {attempts.length === 0 && <p className="text-soft">{t('details.noAttempts')}</p>}
            <ol className="space-y-3">
              {attempts.map((attempt) => (
                <AttemptItem key={attempt.attempt} attempt={attempt} request={request} />
              ))}
            </ol>
          </section>
        </>
      )}
    </QueryView>
  );
}
