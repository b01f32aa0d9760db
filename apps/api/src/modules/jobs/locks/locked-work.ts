import type { Clock } from '../../../core/clock';
import { Repeater } from '../../../core/repeater';
import { type JobLocks, LOCK_MS } from './job-locks';

/** Runs work that one process may do at a time. */
export class LockedWork {
  constructor(
    private readonly locks: JobLocks,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` while this process holds the lock. Undefined where another one holds it; then nothing was done.
   * @param work is given a signal that aborts when the lock was lost, or when `stopping` does.
   */
  async run<T>(
    name: string,
    stopping: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ readonly value: T } | undefined> {
    if (!(await this.locks.take(name))) return undefined;
    const lost = new AbortController();
    const keeper = new Repeater(this.clock, LOCK_MS / 3, async () => {
      // A database that is away keeps others from the lock as well.
      const isHeld = await this.locks.take(name).catch(() => true);
      if (!isHeld) lost.abort();
    });
    keeper.start();
    try {
      return { value: await work(AbortSignal.any([lost.signal, stopping])) };
    } finally {
      await keeper.stop();
      await this.locks.release(name).catch(() => undefined);
    }
  }
  /** The names of all work that is under way, in whichever process. */
  held(): Promise<ReadonlySet<string>> {
    return this.locks.held();
  }
}
