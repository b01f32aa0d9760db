import { useTranslation } from 'react-i18next';
import { QueryView } from '../query-view/query-view';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/skeleton';
import { JobProgress } from './job-progress';
import { useJob } from './use-job';
import { useOpenedJob } from './use-opened-job';
import { useJobWords } from './use-job-words';

/** The progress of the job in the address. Closing it stops nothing. */
export function JobDialog() {
  const { openedId, close } = useOpenedJob();
  return openedId === undefined ? null : <OpenJob key={openedId} id={openedId} onClose={close} />;
}

function OpenJob({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('jobs');
  const words = useJobWords();
  const job = useJob(id);
  return (
    <Dialog
      title={job.data ? words.kind(job.data.kind) : t('title')}
      description={t('goesOn')}
      isOpen
      onClose={onClose}
    >
      <QueryView query={job} skeleton={<Skeleton className="h-32" />}>
        {(present) => <JobProgress job={present} onClose={onClose} />}
      </QueryView>
    </Dialog>
  );
}
