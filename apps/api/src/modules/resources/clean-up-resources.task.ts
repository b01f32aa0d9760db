import type { Clock } from '../../core/clock';
import type { ResourceRepository } from './resource.repository';
import type { UploadSessions } from './upload-sessions';

const HOUR_MS = 3_600_000;

/** When expired resources are looked for. */
export interface CleanUpPolicy {
  /** `FILES_CLEANUP_ENABLED` */
  readonly isEnabled: boolean;
  /** `FILES_CLEANUP_INTERVAL_HOURS` */
  readonly intervalHours: number;
}

/** Forgets files and other resources once upstream has removed them, and uploads that were never finished. */
export class CleanUpResources {
  #lastRunMs: number;
  #isRunning = false;

  constructor(
    private readonly resources: Pick<ResourceRepository, 'removeExpired'>,
    private readonly uploads: Pick<UploadSessions, 'removeOld'>,
    private readonly clock: Clock,
    private readonly policy: () => CleanUpPolicy,
  ) {
    this.#lastRunMs = clock.nowMs();
  }

  /** Called every minute; works when the interval has passed. Returns the number of resources forgotten. */
  async runIfDue(): Promise<number> {
    const { isEnabled, intervalHours } = this.policy();
    const nowMs = this.clock.nowMs();
    if (!isEnabled || this.#isRunning || nowMs - this.#lastRunMs < intervalHours * HOUR_MS) return 0;
    this.#isRunning = true;
    try {
      this.#lastRunMs = nowMs;
      await this.uploads.removeOld();
      return await this.resources.removeExpired(nowMs);
    } finally {
      this.#isRunning = false;
    }
  }
}
