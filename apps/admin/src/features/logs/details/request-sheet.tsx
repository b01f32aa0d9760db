import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
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
      description={requestId}
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
          <section aria-label={t('details.attempts')}>
            <h3 className="mb-2 font-semibold">{t('details.attempts')}</h3>
            <ol className="space-y-3">
              {attempts.map((attempt) => (
                <AttemptItem key={attempt.attempt} attempt={attempt} />
              ))}
            </ol>
          </section>
        </>
      )}
    </QueryView>
  );
}
