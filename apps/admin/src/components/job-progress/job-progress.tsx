import type { JobDto } from '@gemini-balance/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api-client';
import { formatDuration } from '../../lib/duration';
import { useNow } from '../../lib/use-now';
import { Button } from '../ui/button';
import { DIALOG_BUTTONS } from '../ui/dialog-styles';
import { JobLog } from './job-log';
import { isOver, jobQueries } from './job-queries';
import { JobResults } from './job-results';
import { ProgressBar } from './progress-bar';

/** How far a job has come: a bar, the last things that ended, and the results by reason; can be cancelled. */
export function JobProgress({ job, onClose }: { job: JobDto; onClose: () => void }) {
  const { t, i18n } = useTranslation('jobs');
  const nowMs = useNow();
  const change = useChangeJob(job.id);
  useRefreshAtEnd(job);
  const number = new Intl.NumberFormat(i18n.language);
  const elapsedMs = (job.endedAtMs ?? nowMs) - (job.startedAtMs ?? job.createdAtMs);
  const canResume = job.state === 'cancelled' || job.state === 'failed' || job.state === 'interrupted';
  return (
    <>
      <div className="space-y-2">
        <ProgressBar label={t('progress')} done={job.done} total={job.total} />
        <p className="flex flex-wrap justify-between gap-x-4" aria-live="polite">
          <span>
            <span className="font-medium">{t(`state.${job.state}`)}</span>{' '}
            {t('of', { done: number.format(job.done), total: number.format(job.total) })}
          </span>
          <span className="text-soft">{formatDuration(elapsedMs, i18n.language)}</span>
        </p>
        {job.message !== undefined && <p className="text-invalid">{job.message}</p>}
      </div>
      <JobResults job={job} />
      {!isOver(job) && <JobLog items={job.recent} />}
      <div className={DIALOG_BUTTONS}>
        {!isOver(job) && (
          <Button disabled={change.isPending} onClick={() => change.mutate('cancel')}>
            {t('cancel')}
          </Button>
        )}
        {canResume && job.done < job.total && (
          <Button disabled={change.isPending} onClick={() => change.mutate('resume')}>
            {t('resume')}
          </Button>
        )}
        <Button variant="primary" onClick={onClose}>
          {isOver(job) ? t('close') : t('leave')}
        </Button>
      </div>
    </>
  );
}

function useChangeJob(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (change: 'cancel' | 'resume') =>
      (await api.post<JobDto>(`/jobs/${encodeURIComponent(id)}/${change}`, {})).data,
    onSuccess: (job) => queryClient.setQueryData(jobQueries.one(id, false).queryKey, job),
  });
}

/** What a job changed is on the page behind it. */
function useRefreshAtEnd(job: JobDto): void {
  const queryClient = useQueryClient();
  const wasRunning = useRef(!isOver(job));
  const hasEnded = isOver(job);
  useEffect(() => {
    if (!hasEnded || !wasRunning.current) return;
    wasRunning.current = false;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] !== job.id });
  }, [hasEnded, job.id, queryClient]);
}
