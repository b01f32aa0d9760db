import { useQuery } from '@tanstack/react-query';
import { Loader } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { jobQueries } from './job-queries';
import { useOpenedJob } from './use-opened-job';
import { useJobWords } from './use-job-words';

/** Stands in the top bar while a job goes on, whoever began it, and leads back to its progress. */
export function RunningJobs() {
  const { t } = useTranslation('jobs');
  const words = useJobWords();
  const { open } = useOpenedJob();
  const [job] = useQuery(jobQueries.running()).data ?? [];
  if (!job) return null;
  const percent = Math.floor((job.done / Math.max(1, job.total)) * 100);
  return (
    <Button variant="quiet" size="small" title={t('goesOn')} onClick={() => open(job.id)}>
      <Loader className="motion-safe:animate-spin" aria-hidden />
      <span className="max-sm:sr-only">{words.kind(job.kind)}</span> {percent} %
    </Button>
  );
}
