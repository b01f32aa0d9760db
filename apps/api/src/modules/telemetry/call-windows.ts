import type { DataSource } from 'typeorm';
import type { CallCounts } from './recent-calls';
import type { UsageCounter } from './usage-counter';
import type { UsageWriter } from './usage-writer';

const MINUTE_MS = 60_000;

/** Reads how many client requests ended within a time, stored or not. */
export class CallWindows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly counter: UsageCounter,
    private readonly writer: UsageWriter,
  ) {}

  /** The last sixty seconds of this process, to the second. */
  lastMinute(nowMs: number): CallCounts {
    return this.counter.recent.totals(nowMs);
  }

  /** What ended since each of the given times, of all processes on this database; a minute that a time falls into counts whole. */
  since(timesMs: readonly number[]): Promise<CallCounts[]> {
    const minutes = timesMs.map((timeMs) => timeMs - (timeMs % MINUTE_MS));
    return this.writer.whileQuiet(async () => {
      const stored = await this.#stored(minutes);
      return minutes.map((minuteMs, index) => this.#withPending(minuteMs, stored[index]!));
    });
  }

  async #stored(minutes: readonly number[]): Promise<CallCounts[]> {
    const sums = minutes.flatMap((_, index) => [
      `SUM(CASE WHEN minuteMs >= ? THEN successes ELSE 0 END) AS s${index}`,
      `SUM(CASE WHEN minuteMs >= ? THEN failures ELSE 0 END) AS f${index}`,
    ]);
    const rows: Record<string, number | string | null>[] = await this.dataSource.query(
      `SELECT ${sums.join(', ')} FROM call_minutes WHERE minuteMs >= ?`,
      [...minutes.flatMap((minuteMs) => [minuteMs, minuteMs]), Math.min(...minutes)],
    );
    const row = rows[0] ?? {};
    // MySQL hands sums out as text, and both null where there is no row.
    return minutes.map((_, index) => ({
      successes: Number(row[`s${index}`] ?? 0),
      failures: Number(row[`f${index}`] ?? 0),
    }));
  }

  #withPending(sinceMs: number, stored: CallCounts): CallCounts {
    let { successes, failures } = stored;
    for (const { subject, sums } of this.counter.calls.rows()) {
      if (Number(subject[0]) < sinceMs) continue;
      successes += sums[0]!;
      failures += sums[1]!;
    }
    return { successes, failures };
  }
}
