import type { DataSource } from 'typeorm';
import type { WriteGate } from '../../database/writing/write-gate';
import { LATENCY, type RollupTable, USAGE } from './rollup-tables';

const HOUR_MS = 3_600_000;
/** Counts that waited for the database while it was away are stored after their hour has ended. */
const HOURS_TO_REPEAT = 3;

/** A rollup that is kept by hour, too. */
type HourlyTable = RollupTable & { readonly hours: string };

const HOURLY: readonly HourlyTable[] = [USAGE, LATENCY];

/**
 * Sums the minutes of each completed hour up into the hours. An hour is replaced whole, so that it can be done again and by
 * several processes.
 */
export class HourRollup {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** Brings the hours up to date that ended before `nowMs`. Rejects when the database is away. */
  async run(nowMs: number): Promise<void> {
    const endMs = toHour(nowMs);
    for (const table of HOURLY) {
      for (let hourMs = await this.#firstHour(table, endMs); hourMs < endMs; hourMs += HOUR_MS)
        await this.#replace(table, hourMs);
    }
  }

  /** The last hours again, and those that were missed while the gateway did not run. */
  async #firstHour({ minutes, hours }: HourlyTable, endMs: number): Promise<number> {
    const oldest = await this.#timeOf(`SELECT MIN(minuteMs) AS timeMs FROM ${minutes}`);
    if (oldest === undefined) return endMs;
    const lastDone = (await this.#timeOf(`SELECT MAX(hourMs) AS timeMs FROM ${hours}`)) ?? -Infinity;
    const repeatFromMs = Math.min(lastDone + HOUR_MS, endMs) - HOURS_TO_REPEAT * HOUR_MS;
    return Math.max(toHour(oldest), repeatFromMs);
  }

  async #timeOf(query: string): Promise<number | undefined> {
    const rows: { timeMs: number | string | null }[] = await this.dataSource.query(query);
    const timeMs = rows[0]?.timeMs;
    return timeMs === null || timeMs === undefined ? undefined : Number(timeMs);
  }

  async #replace({ minutes, hours, subjects, sums }: HourlyTable, hourMs: number): Promise<void> {
    const columns = [...subjects, ...sums].join(', ');
    const summed = [...subjects, ...sums.map((sum) => `SUM(${sum})`)].join(', ');
    await this.gate.run(async (manager) => {
      await manager.query(`DELETE FROM ${hours} WHERE hourMs = ?`, [hourMs]);
      await manager.query(
        `INSERT INTO ${hours} (hourMs, ${columns})
         SELECT ?, ${summed} FROM ${minutes} WHERE minuteMs >= ? AND minuteMs < ? GROUP BY ${subjects.join(', ')}`,
        [hourMs, hourMs, hourMs + HOUR_MS],
      );
    });
  }
}

function toHour(timeMs: number): number {
  return timeMs - (timeMs % HOUR_MS);
}
