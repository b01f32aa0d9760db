import type { Clock } from '../../core/clock';
import type { ScheduleSentence } from '../../core/sentence';
import { Scheduled, type Schedule, type ScheduledTask } from '../../scheduling/scheduled-task';
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
@Scheduled()
export class CleanUpResources implements ScheduledTask {
  readonly name = 'clean-up-files';
  readonly summary = 'Forgets files that have expired, and uploads that were not finished';

  constructor(
    private readonly resources: Pick<ResourceRepository, 'removeExpired'>,
    private readonly uploads: Pick<UploadSessions, 'removeOld'>,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly policy: () => CleanUpPolicy,
  ) {}

  schedule(): Schedule | undefined {
    const { isEnabled, intervalHours } = this.policy();
    return isEnabled ? { everyMs: intervalHours * HOUR_MS } : undefined;
  }

  async run(): Promise<ScheduleSentence> {
    await this.uploads.removeOld();
    const count = await this.resources.removeExpired(this.clock.nowMs());
    return {
      code: 'resources_forgotten',
      values: { count },
      message: `${count} expired resource(s) forgotten.`,
    };
  }
}
