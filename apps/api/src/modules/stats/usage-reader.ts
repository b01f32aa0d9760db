import type { SeriesQuery, UsageSubject } from '@gemini-balance/shared';
import type { DataSource } from 'typeorm';
import { HOUR_MS, type StatsWindow } from './stats-window';

/** Sums of calls, in the order of {@link SUMS}. */
export type UsageRow = Readonly<Record<(typeof SUMS)[number] | 'timeMs' | 'subject', number | string | null>>;

export const SUMS = [
  'successes',
  'failures',
  'failedAttempts',
  'inputTokens',
  'cachedTokens',
  'outputTokens',
  'thinkingTokens',
] as const;

/** A rollup that answers a question: the smallest that knows all of the subjects it is about. */
interface Rollup {
  readonly table: string;
  readonly time: 'minuteMs' | 'hourMs';
  readonly hasFailedAttempts: boolean;
}

type Filters = Pick<SeriesQuery, 'keyId' | 'model' | 'tokenId'>;

const CALLS: Rollup = { table: 'call_minutes', time: 'minuteMs', hasFailedAttempts: false };
const MODELS: Rollup = { table: 'model_usage', time: 'minuteMs', hasFailedAttempts: false };
const MINUTES: Rollup = { table: 'usage_minutes', time: 'minuteMs', hasFailedAttempts: true };
const HOURS: Rollup = { table: 'usage_hours', time: 'hourMs', hasFailedAttempts: true };

const COLUMNS = { key: 'keyId', model: 'model', token: 'tokenId' } as const;

/** Reads the sums of calls that were stored. */
export class UsageReader {
  constructor(private readonly dataSource: DataSource) {}

  /** By time; a row for each minute or hour in which there was a call. */
  series(window: StatsWindow, filters: Filters): Promise<UsageRow[]> {
    const isAboutKey = filters.keyId !== undefined;
    const isAboutAll = !isAboutKey && filters.model === undefined && filters.tokenId === undefined;
    if (isAboutAll) return this.#read(CALLS, window.starts[0]!, window.toMs, filters);
    if (window.isByMinute) return this.#read(MINUTES, window.starts[0]!, window.toMs, filters);
    if (!isAboutKey) return this.#read(MODELS, window.starts[0]!, window.toMs, filters);
    return this.#byHour(window, filters);
  }

  /** By key, model or token; a row for each with a call. */
  async totals(window: StatsWindow, by: UsageSubject, filters: Filters): Promise<UsageRow[]> {
    const isAboutKey = by === 'key' || filters.keyId !== undefined;
    if (window.isByMinute) return this.#read(MINUTES, window.starts[0]!, window.toMs, filters, by);
    return isAboutKey
      ? this.#byHour(window, filters, by)
      : this.#read(MODELS, window.starts[0]!, window.toMs, filters, by);
  }

  /** The hours as far as they have been summed up, and the minutes since. */
  async #byHour({ starts, toMs }: StatsWindow, filters: Filters, by?: UsageSubject): Promise<UsageRow[]> {
    const rows: { lastMs: number | string | null }[] = await this.dataSource.query(
      'SELECT MAX(hourMs) AS lastMs FROM usage_hours',
    );
    const lastMs = rows[0]?.lastMs;
    const summedMs = lastMs === null || lastMs === undefined ? 0 : Number(lastMs) + HOUR_MS;
    const cutMs = Math.max(starts[0]!, summedMs);
    const hours = await this.#read(HOURS, starts[0]!, cutMs, filters, by);
    return [...hours, ...(await this.#read(MINUTES, cutMs, toMs, filters, by))];
  }

  #read(
    { table, time, hasFailedAttempts }: Rollup,
    fromMs: number,
    toMs: number,
    filters: Filters,
    by?: UsageSubject,
  ): Promise<UsageRow[]> {
    const named = Object.entries(filters).filter(([, value]) => value !== undefined);
    const group = by === undefined ? time : COLUMNS[by];
    const sums = SUMS.map((sum) =>
      sum === 'failedAttempts' && !hasFailedAttempts ? `0 AS ${sum}` : `SUM(${sum}) AS ${sum}`,
    );
    return this.dataSource.query(
      `SELECT ${group} AS ${by === undefined ? 'timeMs' : 'subject'}, ${sums.join(', ')} FROM ${table}
       WHERE ${time} >= ? AND ${time} < ? ${named.map(([name]) => `AND ${name} = ?`).join(' ')}
       GROUP BY ${group}`,
      [fromMs, toMs, ...named.map(([, value]) => value)],
    );
  }
}
