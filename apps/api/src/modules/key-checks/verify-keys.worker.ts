import type { JobItemDto } from '@gemini-balance/shared';
import { type JobWorker, WorksOnJobs } from '../jobs/job-worker';
import type { KeyVerifier } from './key-verifier';

const AT_ONCE = 16;

/** Verifies keys, whichever were chosen. */
@WorksOnJobs()
export class VerifyKeysWorker implements JobWorker {
  readonly kind = 'keys.verify';
  readonly batchSize = 1;
  readonly atOnce = AT_ONCE;

  constructor(private readonly verifier: KeyVerifier) {}

  async work(ids: readonly number[], _: unknown, signal: AbortSignal): Promise<readonly JobItemDto[]> {
    const ended: JobItemDto[] = [];
    for (const id of ids) {
      const { outcome, message, label } = await this.verifier.verify(id, signal);
      // A probe that was cut off proves nothing: the key stays to be verified.
      if (!signal.aborted) ended.push({ id, reason: outcome, label, message });
    }
    return ended;
  }
}
