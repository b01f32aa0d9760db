import type { RowValue, RowWriter } from '../../database/row-writer';
import type { PendingSums } from './pending-sums';
import { USAGE_SUBJECTS, USAGE_SUMS } from './usage-columns';
import type { UsageCounter } from './usage-counter';

/** Rows are wide: few fit into one statement that the event loop does not feel. */
const ROWS_PER_WRITE = 100;

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
        await this.#store('call_minutes', ['minuteMs'], ['successes', 'failures'], this.counter.calls);
        await this.#store('usage_minutes', ['minuteMs', ...USAGE_SUBJECTS], USAGE_SUMS, this.counter.usage);
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

  async #store(
    table: string,
    keys: readonly string[],
    sums: readonly string[],
    pending: PendingSums,
  ): Promise<void> {
    // Bounded by what waits at the beginning: a flush ends also under constant load.
    for (let left = pending.size; left > 0; left -= ROWS_PER_WRITE) {
      const batch = pending.take(Math.min(left, ROWS_PER_WRITE));
      try {
        await this.rows.add(
          table,
          keys,
          sums,
          batch.map((row): RowValue[] => [...row.subject, ...row.sums]),
        );
      } catch (failure) {
        pending.putBack(batch);
        throw failure;
      }
    }
  }
}
