import type { JobDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';

/** How often the job is looked at. */
const LOOK_MS = 250;

/**
 * The job as it is, and again whenever it has changed, until it is over or nobody wants it any more.
 * @throws what `look` throws
 */
export async function* followJob(
  look: () => Promise<JobDto>,
  clock: Pick<Clock, 'sleep'>,
  isWanted: () => boolean,
): AsyncGenerator<JobDto> {
  let told = '';
  while (isWanted()) {
    const job = await look();
    const text = JSON.stringify(job);
    if (text !== told) yield job;
    told = text;
    if (job.endedAtMs !== undefined) return;
    await clock.sleep(LOOK_MS);
  }
}
