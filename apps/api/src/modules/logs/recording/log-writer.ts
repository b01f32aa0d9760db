import { ROWS_PER_STATEMENT, type RowWriter } from '../../../database/writing/row-writer';
import type { LogQueue } from './log-queue';

/** Answers of a database that is there but does not want these rows: another attempt would end the same way. */
const REFUSED_ROWS =
  /^(SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)|ER_(BAD_NULL|DATA|DUP|INVALID|NO_DEFAULT|TRUNCATED|WARN_DATA|WRONG_VALUE))/;

/** Moves log rows from their queues to the database. While that is away the rows wait in the queue. */
export class LogWriter {
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly rows: Pick<RowWriter, 'insert'>,
    /** In the order in which they are written. */
    private readonly queues: readonly LogQueue[],
    /** Told of each failed write; must not throw. */
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** Writes what waits now in these queues. Never rejects; what could not be written waits for the next time. */
  flush(queues = this.queues): Promise<void> {
    this.#running = this.#running.then(() => this.#flushAll(queues));
    return this.#running;
  }

  async #flushAll(queues: readonly LogQueue[]): Promise<void> {
    for (const queue of queues) {
      // Bounded by what waits at the beginning: a flush ends also under constant load.
      for (let left = queue.size; left > 0; left -= ROWS_PER_STATEMENT) {
        if (!(await this.#writeBatch(queue, Math.min(left, ROWS_PER_STATEMENT)))) return;
      }
    }
  }

  async #writeBatch(queue: LogQueue, count: number): Promise<boolean> {
    const batch = queue.take(count);
    try {
      await this.rows.insert(queue.table, queue.columns, batch);
      return true;
    } catch (failure) {
      this.onFailure(failure);
      if (isRefusal(failure)) queue.giveUp(batch);
      else queue.putBack(batch);
      return false;
    }
  }
}

function isRefusal(failure: unknown): boolean {
  const code: unknown = failure instanceof Error && 'code' in failure ? failure.code : undefined;
  return typeof code === 'string' && REFUSED_ROWS.test(code);
}
