import type { JobItemDto } from '@gemini-balance/shared';
import type { JobParams, JobWorker } from '../jobs/job-worker';
import { WorksOnJobs } from '../jobs/job-worker';
import type { ChangeKeysService } from '../keys/change-keys.service';
import type { KeyRoster } from '../keys/key-roster';

const BATCH = 250;

/** A change of many keys. */
export interface KeyChange {
  readonly kind: string;
  /** What is said of a key that was changed. */
  readonly reason: string;
  /** Returns the ids of the keys that were changed. */
  apply(changes: ChangeKeysService, ids: readonly number[], params: JobParams): Promise<number[]> | number[];
}

export const KEY_CHANGES: readonly KeyChange[] = [
  { kind: 'keys.reset', reason: 'reset', apply: (changes, ids) => changes.reset(ids) },
  {
    kind: 'keys.enable',
    reason: 'enabled',
    apply: (changes, ids) => changes.update(ids, { isEnabled: true }),
  },
  {
    kind: 'keys.disable',
    reason: 'disabled',
    apply: (changes, ids) => changes.update(ids, { isEnabled: false }),
  },
  { kind: 'keys.delete', reason: 'deleted', apply: (changes, ids) => changes.delete(ids) },
  {
    kind: 'keys.edit',
    reason: 'edited',
    apply: (changes, ids, params) => changes.update(ids, params),
  },
];

/** Does one change with keys, whichever were chosen. */
@WorksOnJobs()
export class ChangeKeysWorker implements JobWorker {
  readonly kind: string;
  readonly batchSize = BATCH;
  readonly atOnce = 1;

  constructor(
    private readonly change: KeyChange,
    private readonly roster: KeyRoster,
    private readonly changes: ChangeKeysService,
  ) {
    this.kind = change.kind;
  }

  async work(ids: readonly number[], params: JobParams): Promise<readonly JobItemDto[]> {
    const labels = new Map(ids.map((id) => [id, this.roster.get(id)?.key.secret.mask()]));
    const changed = new Set(await this.change.apply(this.changes, ids, params));
    return ids.map((id) => {
      const label = labels.get(id);
      const reason = changed.has(id) ? this.change.reason : label === undefined ? 'gone' : 'unchanged';
      return { id, reason, label };
    });
  }
}
