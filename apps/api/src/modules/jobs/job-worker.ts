import { DiscoveryService } from '@nestjs/core';
import type { JobItemDto } from '@gemini-balance/shared';

/** What the one who starts a job tells its worker; stored, so it holds no secret. */
export type JobParams = Readonly<Record<string, string | number | boolean | null>>;

/** Knows how to do one kind of job on things that have ids. A job goes on after a restart with the things that are left. */
export interface JobWorker {
  /** The noun, and what is done: `keys.verify`. */
  readonly kind: string;
  /** How many things one call of `work` is given. */
  readonly batchSize: number;
  /** How many calls of `work` there are at a time. */
  readonly atOnce: number;
  /**
   * Works on all of these, and says of each how it ended. May be called again for things that were worked on before.
   * A rejection ends the job as failed.
   * @param signal aborts when the job is cancelled; what was not begun then may be left out of the answer.
   */
  work(ids: readonly number[], params: JobParams, signal: AbortSignal): Promise<readonly JobItemDto[]>;
}

/** Marks a provider class that implements `JobWorker`; the jobs find it, however it is made. */
export const WorksOnJobs = DiscoveryService.createDecorator();
