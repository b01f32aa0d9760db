import { inChunks } from '../../core/in-chunks';
import type { JobParams, JobWorker } from './job-worker';
import type { JobWork } from './job-run';

/** A worker's way through the things of a job: batch after batch, some at a time, until all are done or it is to stop. */
export function workThrough(worker: JobWorker, ids: readonly number[], params: JobParams): JobWork {
  return async (report, signal) => {
    const batches = inChunks(ids, worker.batchSize);
    const loop = async (): Promise<void> => {
      for (const batch of batches) {
        if (signal.aborted) return;
        report(await worker.work(batch, params, signal));
      }
    };
    await Promise.all(Array.from({ length: worker.atOnce }, loop));
  };
}
