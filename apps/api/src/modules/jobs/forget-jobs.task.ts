import type { Clock } from '../../core/clock';
import type { ScheduleSentence } from '../../core/sentence';
import { Scheduled, type Schedule, type ScheduledTask } from '../../scheduling/scheduled-task';
import type { JobRepository } from './job.repository';

const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Removes jobs that ended a week ago. */
@Scheduled()
export class ForgetJobs implements ScheduledTask {
  readonly name = 'forget-jobs';
  readonly summary = `Forgets jobs that ended more than ${KEPT_DAYS} days ago`;

  constructor(
    private readonly jobs: Pick<JobRepository, 'forgetOne'>,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  schedule(): Schedule {
    return { dailyAt: '03:40' };
  }

  async run(signal: AbortSignal): Promise<ScheduleSentence> {
    const beforeMs = this.clock.nowMs() - KEPT_DAYS * DAY_MS;
    let count = 0;
    while (!signal.aborted && (await this.jobs.forgetOne(beforeMs))) count++;
    return { code: 'jobs_forgotten', values: { count }, message: `${count} job(s) forgotten.` };
  }
}
