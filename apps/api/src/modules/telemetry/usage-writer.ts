import { ROWS_PER_STATEMENT, type RowValue, type RowWriter } from '../../database/writing/row-writer';
import type { PendingSums } from './pending-sums';
import type { UsageCounter } from './usage-counter';

/** Adds what was counted to the stored sums. A batch is stored whole or counted on, so that nothing is lost or counted twice. */
export class UsageWriter {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly rows: Pick<RowWriter, 'add'>,
    private readonly counter: UsageCounter,
    /** Told of each failed write; must not throw. */
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** Stores what is counted by now. Never rejects; what could not be stored waits for the next time. */
  flush(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        for (const pending of this.counter.pending) await this.#store(pending);
      } catch (failure) {
        this.onFailure(failure);
      }
    });
  }

  /** Runs a query while nothing is being stored: each count is then either in the database or still in memory. */
  whileQuiet<T>(query: () => Promise<T>): Promise<T> {
    return this.#inTurn(query);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #store(pending: PendingSums): Promise<void> {
    const { minutes, subjects, sums } = pending.table;
    // Bounded by what waits at the beginning: a flush ends also under constant load.
    for (let left = pending.size; left > 0; left -= ROWS_PER_STATEMENT) {
      const batch = pending.take(Math.min(left, ROWS_PER_STATEMENT));
      try {
        const rows = batch.map((row): RowValue[] => [...row.subject, ...row.sums]);
        await this.rows.add(minutes, ['minuteMs', ...subjects], sums, rows);
      } catch (failure) {
        pending.putBack(batch);
        throw failure;
      }
    }
  }
}
