import { inChunks } from '../../core/in-chunks';
import { inParallel } from '../../core/in-parallel';
import type { JobWork } from './job-run';
import type { JobParams, JobWorker } from './job-worker';

/** A worker's way through the things of a job: batch after batch, some at a time, until all are done or it is to stop. */
export function workThrough(worker: JobWorker, ids: readonly number[], params: JobParams): JobWork {
  return (report, signal) =>
    inParallel(worker.atOnce, inChunks(ids, worker.batchSize), signal, async (batch) =>
      report(await worker.work(batch, params, signal)),
    );
}
