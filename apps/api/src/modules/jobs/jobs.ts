import type { JobDto, JobState } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { ConflictError } from '../../http/admin/admin-errors';
import { NotFoundError } from '../../core/gateway-error';
import type { Ids } from '../../core/ids';
import { Repeater } from '../../core/repeater';
import type { JobEntity } from './job.entity';
import type { JobRepository } from './job.repository';
import { JobRun, type JobWork } from './job-run';
import type { JobParams, JobWorker } from './job-worker';
import type { LockedWork } from './locks/locked-work';
import { toJobDto } from './to-job-dto';
import { workThrough } from './work-through';

/** How often jobs are looked for that nobody works on: those of a process that died, and those that had to wait. */
const ADOPT_MS = 2_000;
const MOST_AT_ONCE = 4;

/** Work on many things: begun here, stored, and taken up again by whichever process is there. */
export class Jobs {
  readonly #runs = new Map<string, JobRun>();
  /** What this process works on, or is about to, by job. */
  readonly #working = new Map<string, Promise<void>>();
  /** Work that cannot be taken up again, by job. */
  readonly #unique = new Map<string, JobWork>();
  readonly #stopping = new AbortController();
  readonly #adopter: Repeater;

  constructor(
    private readonly jobs: JobRepository,
    private readonly locked: LockedWork,
    private readonly clock: Clock,
    private readonly ids: Pick<Ids, 'withPrefix'>,
    private readonly workers: () => readonly JobWorker[],
    private readonly warn: (message: string) => void,
  ) {
    this.#adopter = new Repeater(clock, ADOPT_MS, () => this.adopt());
  }

  /** Begins a job on things of these ids. It goes on after a restart. */
  async start(kind: string, itemIds: readonly number[], params: JobParams = {}): Promise<JobDto> {
    if (this.#workerOf(kind) === undefined) throw new Error(`Nobody works on jobs of the kind ${kind}.`);
    const job = this.#aJob(kind, itemIds.length, params);
    await this.jobs.create(job, itemIds);
    void this.adopt();
    return toJobDto(job);
  }

  /** Begins a job that only this process can do. It is interrupted when the process stops. */
  async startUnique(kind: string, total: number, work: JobWork): Promise<JobDto> {
    const job = this.#aJob(kind, total, {});
    this.#unique.set(job.id, work);
    await this.jobs.create(job, []);
    void this.adopt();
    return toJobDto(job);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<JobDto> {
    const run = this.#runs.get(id);
    if (run !== undefined && run.job.endedAtMs === null) return toJobDto(run.job, run.progress);
    return toJobDto(await this.#stored(id));
  }

  /** Newest first. */
  async list(limit: number, state?: JobState): Promise<JobDto[]> {
    const jobs = await this.jobs.list(limit, state);
    return jobs.map((job) => toJobDto(job, this.#runs.get(job.id)?.progress));
  }

  /** Asks for the job to stop; what has ended stays so. @throws NotFoundError, ConflictError for a job that is over */
  async cancel(id: string): Promise<void> {
    await this.#stored(id);
    if (!(await this.jobs.requestCancel(id))) throw new ConflictError('This job is over.');
    this.#runs.get(id)?.cancel();
    void this.adopt();
  }

  /** Goes on with what a job has left. @throws NotFoundError, ConflictError for a job with nothing left, or under way */
  async resume(id: string): Promise<JobDto> {
    const { kind } = await this.#stored(id);
    if (this.#workerOf(kind) === undefined)
      throw new ConflictError('A job of this kind cannot go on: start it anew.');
    if (!(await this.jobs.reopen(id))) throw new ConflictError('This job is under way, or all done.');
    void this.adopt();
    return this.get(id);
  }

  startAdopting(): void {
    this.#adopter.start();
  }

  /** Leaves the jobs as they are; they go on with the next process. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#adopter.stop();
    await Promise.all(this.#working.values());
  }

  /** Takes up open jobs that nobody works on. Never rejects. */
  async adopt(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    try {
      for (const job of await this.jobs.open()) {
        if (this.#working.size >= MOST_AT_ONCE) return;
        if (!this.#working.has(job.id)) this.#begin(job.id);
      }
    } catch (error) {
      this.warn(`Open jobs could not be read: ${(error as Error).message}`);
    }
  }

  #begin(id: string): void {
    const working = this.locked
      .run(`job:${id}`, this.#stopping.signal, (leaving) => this.#work(id, leaving))
      .then(
        () => undefined,
        (error: Error) => this.warn(`The job ${id} could not be worked on: ${error.message}`),
      )
      .finally(() => {
        this.#working.delete(id);
        this.#runs.delete(id);
        void this.adopt();
      });
    this.#working.set(id, working);
  }

  async #work(id: string, leaving: AbortSignal): Promise<void> {
    const job = await this.#stored(id);
    if (job.state !== 'waiting' && job.state !== 'running') return;
    const unique = this.#unique.get(id);
    const worker = this.#workerOf(job.kind);
    if (unique === undefined && worker === undefined) return this.#interrupt(id);
    const run = new JobRun(job, this.jobs, this.clock, unique ? undefined : await this.jobs.countsOf(id));
    this.#runs.set(id, run);
    const params = JSON.parse(job.params) as JobParams;
    const work = unique ?? workThrough(worker!, await this.jobs.leftOf(id), params);
    await run.run(work, leaving).finally(() => this.#unique.delete(id));
  }

  #interrupt(id: string): Promise<void> {
    const message = 'The gateway was stopped, and this work cannot be taken up again: start it anew.';
    return this.jobs.update(id, { state: 'interrupted', message, endedAtMs: this.clock.nowMs() });
  }

  #workerOf(kind: string): JobWorker | undefined {
    return this.workers().find((worker) => worker.kind === kind);
  }

  async #stored(id: string): Promise<JobEntity> {
    const job = await this.jobs.find(id);
    if (job === null) throw new NotFoundError('This job does not exist, or was forgotten.');
    return job;
  }

  #aJob(kind: string, total: number, params: JobParams): JobEntity {
    return {
      id: this.ids.withPrefix('job_'),
      kind,
      state: 'waiting',
      params: JSON.stringify(params),
      total,
      done: 0,
      counts: '{}',
      message: null,
      isCancelRequested: false,
      createdAtMs: this.clock.nowMs(),
      startedAtMs: null,
      endedAtMs: null,
    };
  }
}
