import type { JobItemDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import type { JobEntity } from './job.entity';
import type { JobRepository } from './job.repository';
import { JobProgress } from './job-progress';

/** What does the work of a job: reports what has ended, and stops soon after the signal aborts. */
export type JobWork = (report: (ended: readonly JobItemDto[]) => void, signal: AbortSignal) => Promise<void>;

/** How often progress is stored, which is how long another process waits to see it. */
const STORE_MS = 500;
const LONGEST_MESSAGE = 500;

/** One job while this process works on it. */
export class JobRun {
  readonly progress: JobProgress;
  readonly #cancelling = new AbortController();

  /** @param counts what had ended before; undefined where what becomes of each thing is not kept. */
  constructor(
    readonly job: JobEntity,
    private readonly jobs: JobRepository,
    private readonly clock: Clock,
    private readonly counts: Readonly<Record<string, number>> | undefined,
  ) {
    this.progress = new JobProgress(counts);
  }

  cancel(): void {
    this.#cancelling.abort();
  }

  /**
   * Does the work and stores how the job ended. When `leaving` aborts, the job stays open for whoever takes it up.
   * Rejects when the database is away.
   */
  async run(work: JobWork, leaving: AbortSignal): Promise<void> {
    const { id, startedAtMs } = this.job;
    if (this.job.isCancelRequested) this.cancel();
    await this.#update({ state: 'running', startedAtMs: startedAtMs ?? this.clock.nowMs() });
    const keeper = new Repeater(this.clock, STORE_MS, () => this.#keep().catch(() => undefined));
    keeper.start();
    let failure: unknown;
    try {
      await work((ended) => this.progress.add(ended), AbortSignal.any([this.#cancelling.signal, leaving]));
    } catch (error) {
      failure = error;
    } finally {
      await keeper.stop();
    }
    await this.#store();
    if (leaving.aborted && this.progress.done < this.job.total) return;
    const endedAtMs = this.clock.nowMs();
    if (failure !== undefined)
      await this.#update({ state: 'failed', message: toMessage(failure), endedAtMs });
    else if (this.progress.done >= this.job.total) await this.#update({ state: 'done', endedAtMs });
    else if (this.#cancelling.signal.aborted) await this.#update({ state: 'cancelled', endedAtMs });
    else
      await this.#update({
        state: 'failed',
        message: `Work on ${id} ended before everything was done.`,
        endedAtMs,
      });
  }

  async #keep(): Promise<void> {
    await this.#store();
    if (await this.jobs.isCancelRequested(this.job.id)) this.cancel();
  }

  async #store(): Promise<void> {
    const items = this.progress.takeUnstored();
    if (items.length === 0) return;
    try {
      if (this.counts !== undefined) await this.jobs.storeEnded(this.job.id, items);
      await this.#update({ done: this.progress.done, counts: JSON.stringify(this.progress.counts) });
    } catch (error) {
      this.progress.giveBack(items);
      throw error;
    }
  }

  async #update(fields: Partial<JobEntity>): Promise<void> {
    Object.assign(this.job, fields);
    await this.jobs.update(this.job.id, fields);
  }
}

function toMessage(failure: unknown): string {
  return (failure instanceof Error ? failure.message : String(failure)).slice(0, LONGEST_MESSAGE);
}
