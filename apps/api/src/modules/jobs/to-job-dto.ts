import type { JobDto } from '@gemini-balance/shared';
import type { JobEntity } from './job.entity';
import type { JobProgress } from './job-progress';

/** A job as the dashboard sees it. @param progress where this process works on it, and knows more than the row. */
export function toJobDto(job: JobEntity, progress?: JobProgress): JobDto {
  const counts = progress?.counts ?? (JSON.parse(job.counts) as Record<string, number>);
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    total: job.total,
    done: progress?.done ?? job.done,
    counts: Object.entries(counts)
      .map(([reason, count]) => ({ reason, count }))
      .sort((one, other) => other.count - one.count),
    ...(job.message !== null && { message: job.message }),
    createdAtMs: job.createdAtMs,
    ...(job.startedAtMs !== null && { startedAtMs: job.startedAtMs }),
    ...(job.endedAtMs !== null && { endedAtMs: job.endedAtMs }),
    recent: [...(progress?.recent ?? [])],
  };
}
