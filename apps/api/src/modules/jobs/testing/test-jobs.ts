import type { JobDto, JobItemDto } from '@gemini-balance/shared';
import type { Ids } from '../../../core/ids';
import type { OpenTestDatabase } from '../../../database/testing/open-test-database';
import { systemClock } from '../../runtime/system-clock';
import { JobLocks } from '../locks/job-locks';
import { JobRepository } from '../job.repository';
import type { JobParams, JobWorker } from '../job-worker';
import { Jobs } from '../jobs';
import { LockedWork } from '../locks/locked-work';

let idsMade = 0;
const ids: Pick<Ids, 'withPrefix'> = { withPrefix: (prefix) => `${prefix}${++idsMade}` };

/** Says of even things that they are `good` and of odd ones `bad`; waits before each batch while it is held up. */
class TestWorker implements JobWorker {
  readonly kind = 'things.try';
  readonly batchSize = 2;
  readonly atOnce = 2;
  readonly tried: number[] = [];
  params: JobParams | undefined;
  fails = false;
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  holdUp(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  goOn(): void {
    this.#open();
  }

  async work(ids: readonly number[], params: JobParams): Promise<readonly JobItemDto[]> {
    this.params = params;
    this.tried.push(...ids);
    await this.#gate;
    if (this.fails) throw new Error('The thing broke.');
    return ids.map((id) => ({ id, reason: id % 2 === 0 ? 'good' : 'bad', label: `thing ${id}` }));
  }
}

/** The jobs of one process on a database. */
export class TestJobs {
  readonly worker = new TestWorker();
  readonly stored: JobRepository;
  readonly jobs: Jobs;
  readonly warnings: string[] = [];

  constructor({ dataSource, gate, rows }: OpenTestDatabase) {
    this.stored = new JobRepository(dataSource, gate, rows);
    const locked = new LockedWork(
      new JobLocks(dataSource, gate, systemClock, ids.withPrefix('process_')),
      systemClock,
    );
    this.jobs = new Jobs(
      this.stored,
      locked,
      systemClock,
      ids,
      () => [this.worker],
      (text) => this.warnings.push(text),
    );
  }

  /** The job once it is as wanted. */
  async until(id: string, isWanted: (job: JobDto) => boolean): Promise<JobDto> {
    for (;;) {
      const job = await this.jobs.get(id);
      if (isWanted(job)) return job;
      await this.jobs.adopt();
      await systemClock.sleep(10);
    }
  }

  untilOver(id: string): Promise<JobDto> {
    return this.until(id, (job) => job.endedAtMs !== undefined);
  }
}
