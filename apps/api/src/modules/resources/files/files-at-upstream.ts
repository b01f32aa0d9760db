import {
  KeepsThings,
  type StoredAmount,
  type StoredKind,
  type StoredRetention,
} from '../../../storage/stored-kind';
import type { StoredFiles } from './stored-files';

/** The files that upstream keeps: a row here, their bytes there. */
@KeepsThings()
export class FilesAtUpstream implements StoredKind {
  readonly name = 'files';

  /** @param schedule the task that forgets those that have expired */
  constructor(
    private readonly files: Pick<StoredFiles, 'sum'>,
    private readonly schedule: string,
  ) {}

  async measure(): Promise<StoredAmount> {
    const { count, bytes, oldestAtMs } = await this.files.sum();
    return { count, isMore: false, bytes, isUpstream: true, ...(oldestAtMs !== undefined && { oldestAtMs }) };
  }

  retention(): StoredRetention {
    const settings = ['FILES_CLEANUP_ENABLED', 'FILES_CLEANUP_INTERVAL_HOURS'];
    return { retention: { rule: 'upstream' }, settings, schedule: this.schedule };
  }
}
