import type { JobItemDto } from '@gemini-balance/shared';
import { type JobParams, type JobWorker, WorksOnJobs } from '../jobs/job-worker';
import type { FileRemoval } from './file-removal';

/** Deletes files, whichever were chosen. */
@WorksOnJobs()
export class DeleteFilesWorker implements JobWorker {
  readonly kind = 'files.delete';
  readonly batchSize = 1;
  readonly atOnce = 8;

  constructor(private readonly removal: Pick<FileRemoval, 'remove'>) {}

  async work(ids: readonly number[], _: JobParams, signal: AbortSignal): Promise<readonly JobItemDto[]> {
    const ended: JobItemDto[] = [];
    for (const id of ids) {
      const removed = await this.removal.remove(id, signal);
      // What was cut off stays to be removed.
      if (!signal.aborted) ended.push({ id, ...(removed ?? { reason: 'gone' }) });
    }
    return ended;
  }
}
