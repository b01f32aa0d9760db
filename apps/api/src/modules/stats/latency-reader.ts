import type { DataSource } from 'typeorm';
import { HOUR_MS, type StatsWindow } from './stats-window';

/** How many calls of a time fell into a bucket of a histogram. */
export interface LatencyRow {
  readonly timeMs: number | string;
  readonly model: string;
  readonly measure: 'total' | 'ttft';
  readonly boundMs: number;
  readonly calls: number | string;
}

/** Reads the histograms of latency that were stored. */
export class LatencyReader {
  constructor(private readonly dataSource: DataSource) {}

  async rows({ starts, toMs, isByMinute }: StatsWindow, model: string | undefined): Promise<LatencyRow[]> {
    if (isByMinute) return this.#read('latency_minutes', 'minuteMs', starts[0]!, toMs, model);
    const summed: { lastMs: number | string | null }[] = await this.dataSource.query(
      'SELECT MAX(hourMs) AS lastMs FROM latency_hours',
    );
    const lastMs = summed[0]?.lastMs;
    const summedMs = lastMs === null || lastMs === undefined ? 0 : Number(lastMs) + HOUR_MS;
    const cutMs = Math.max(starts[0]!, summedMs);
    const hours = await this.#read('latency_hours', 'hourMs', starts[0]!, cutMs, model);
    return [...hours, ...(await this.#read('latency_minutes', 'minuteMs', cutMs, toMs, model))];
  }

  #read(
    table: string,
    time: string,
    fromMs: number,
    toMs: number,
    model: string | undefined,
  ): Promise<LatencyRow[]> {
    return this.dataSource.query(
      `SELECT ${time} AS timeMs, model, measure, boundMs, calls FROM ${table}
       WHERE ${time} >= ? AND ${time} < ? ${model === undefined ? '' : 'AND model = ?'}`,
      model === undefined ? [fromMs, toMs] : [fromMs, toMs, model],
    );
  }
}
