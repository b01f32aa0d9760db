import type { JobItemDto } from '@gemini-balance/shared';
import { type JobWorker, WorksOnJobs } from '../../jobs/job-worker';
import type { KeyVerifier } from '../../key-checks/key-verifier';
import type { ChangeKeysService } from '../../keys/change-keys.service';

export const VERIFY_NEW_KEYS = 'keys.verify-new';

const AT_ONCE = 16;
/** Upstream does not take the key at all. */
const REFUSED = new Set([
  'invalid_key',
  'leaked_key',
  'project_suspended',
  'unauthenticated_key',
  'misconfigured_key',
]);
/** Upstream could not be asked, or failed itself: nothing is known of the key. */
const UNKNOWN = new Set([
  'network_failed',
  'upstream_failed',
  'overloaded',
  'deadline_exceeded',
  'empty_reply',
  'truncated',
  'location_unsupported',
  'client_left',
]);

/** Verifies keys that were added switched off: the good ones are switched on, those that upstream refuses are deleted. */
@WorksOnJobs()
export class VerifyNewKeysWorker implements JobWorker {
  readonly kind = VERIFY_NEW_KEYS;
  readonly batchSize = 1;
  readonly atOnce = AT_ONCE;

  constructor(
    private readonly verifier: KeyVerifier,
    private readonly changes: ChangeKeysService,
  ) {}

  async work(ids: readonly number[], _: unknown, signal: AbortSignal): Promise<readonly JobItemDto[]> {
    const ended: JobItemDto[] = [];
    for (const id of ids) {
      const { outcome, message, label } = await this.verifier.verify(id, signal);
      if (signal.aborted) break;
      if (REFUSED.has(outcome)) await this.changes.delete([id]);
      else if (!UNKNOWN.has(outcome)) await this.changes.update([id], { isEnabled: true });
      ended.push({ id, reason: outcome, label, message });
    }
    return ended;
  }
}
