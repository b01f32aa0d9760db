import type { DataSource } from 'typeorm';
import type { WriteGate } from '../../database/write-gate';
import { USAGE_SUBJECTS, USAGE_SUMS } from './usage-columns';

const HOUR_MS = 3_600_000;
/** Counts that waited for the database while it was away are stored after their hour has ended. */
const HOURS_TO_REPEAT = 3;

/**
 * Sums the minutes of each completed hour up into `usage_hours`. An hour is replaced whole, so that it can be done again
 * and by several processes.
 */
export class HourRollup {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** Brings the hours up to date that ended before `nowMs`. Rejects when the database is away. */
  async run(nowMs: number): Promise<void> {
    const endMs = toHour(nowMs);
    for (let hourMs = await this.#firstHour(endMs); hourMs < endMs; hourMs += HOUR_MS)
      await this.#replace(hourMs);
  }

  /** The last hours again, and those that were missed while the gateway did not run. */
  async #firstHour(endMs: number): Promise<number> {
    const lastDone = await this.#extreme('SELECT MAX(hourMs) AS timeMs FROM usage_hours');
    const oldest = await this.#extreme('SELECT MIN(minuteMs) AS timeMs FROM usage_minutes');
    if (oldest === undefined) return endMs;
    const repeatFromMs = (lastDone ?? -Infinity) - (HOURS_TO_REPEAT - 1) * HOUR_MS;
    return Math.max(toHour(oldest), Math.min(repeatFromMs, endMs - HOURS_TO_REPEAT * HOUR_MS));
  }

  async #extreme(query: string): Promise<number | undefined> {
    const rows: { timeMs: number | string | null }[] = await this.dataSource.query(query);
    const timeMs = rows[0]?.timeMs;
    return timeMs === null || timeMs === undefined ? undefined : Number(timeMs);
  }

  async #replace(hourMs: number): Promise<void> {
    const subjects = USAGE_SUBJECTS.join(', ');
    const sums = USAGE_SUMS.map((sum) => `SUM(${sum})`).join(', ');
    await this.gate.run(async (manager) => {
      await manager.query('DELETE FROM usage_hours WHERE hourMs = ?', [hourMs]);
      await manager.query(
        `INSERT INTO usage_hours (hourMs, ${subjects}, ${USAGE_SUMS.join(', ')})
         SELECT ?, ${subjects}, ${sums} FROM usage_minutes WHERE minuteMs >= ? AND minuteMs < ? GROUP BY ${subjects}`,
        [hourMs, hourMs, hourMs + HOUR_MS],
      );
    });
  }
}

function toHour(timeMs: number): number {
  return timeMs - (timeMs % HOUR_MS);
}
