import type { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { ScheduleSentence } from '../../core/sentence';
import type { SettingsStore } from '../../core/settings/settings-store';
import { isSqlite } from '../../database/opening/open-database';
import type { WriteGate } from '../../database/writing/write-gate';
import { Scheduled, type ScheduledTask } from '../../scheduling/scheduled-task';
import type { AuditLogRetention } from '../audit/audit-log-retention';
import type { DeleteLogs } from '../logs/reading/delete-logs';
import type { LogTable } from '../logs/reading/log-tables';

export const CLEAN_UP_LOGS = 'clean-up-logs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long the audit log is kept, and what was used by hour. */
export const LONG_DAYS = 400;
/** How long what is counted is kept. The minutes are summed up by hour, and the dashboard asks for a day of them. */
const SUMS = [
  { table: 'usage_minutes', time: 'minuteMs', days: 3 },
  { table: 'latency_minutes', time: 'minuteMs', days: 3 },
  { table: 'key_errors', time: 'minuteMs', days: 8 },
  { table: 'token_counts', time: 'startMs', days: 3 },
  { table: 'model_usage', time: 'minuteMs', days: LONG_DAYS },
  { table: 'usage_hours', time: 'hourMs', days: LONG_DAYS },
  { table: 'latency_hours', time: 'hourMs', days: LONG_DAYS },
  { table: 'call_minutes', time: 'minuteMs', days: LONG_DAYS },
] as const;
/** Pages that SQLite gives back at once. */
const FREED_PAGES = 500;

/** Deletes what the logs hold for longer than the settings allow, and sums that nobody asks for any more. */
@Scheduled()
export class CleanUpLogs implements ScheduledTask {
  readonly name = CLEAN_UP_LOGS;
  readonly summary = 'Deletes log rows that are older than the settings allow';

  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly clock: Clock,
    private readonly store: SettingsStore,
    private readonly logs: DeleteLogs,
    private readonly audit: AuditLogRetention,
  ) {}

  schedule() {
    return { everyMs: HOUR_MS } as const;
  }

  async run(signal: AbortSignal): Promise<ScheduleSentence> {
    const settings = this.store.current;
    const errors = settings.AUTO_DELETE_ERROR_LOGS_ENABLED
      ? await this.#deleteErrors(settings.AUTO_DELETE_ERROR_LOGS_DAYS, signal)
      : 0;
    const requests = settings.AUTO_DELETE_REQUEST_LOGS_ENABLED
      ? await this.#deleteRows(
          'request_logs',
          'request_logs_by_time',
          [],
          settings.AUTO_DELETE_REQUEST_LOGS_DAYS,
          signal,
        )
      : 0;
    const audit = await this.audit.deleteBefore(this.#daysAgo(LONG_DAYS));
    for (const sums of SUMS) await this.#deleteSums(sums, signal);
    await this.#giveSpaceBack(signal);
    return {
      code: 'logs_deleted',
      values: { errors, requests, audit },
      message: `Deleted ${errors} errors, ${requests} requests and ${audit} rows of the audit log.`,
    };
  }

  /** Attempts that succeeded after others go with them. */
  async #deleteErrors(days: number, signal: AbortSignal): Promise<number> {
    let deleted = 0;
    for (const isError of [1, 0]) {
      const filters = [{ sql: 'isError = ?', parameters: [isError] }];
      deleted += await this.#deleteRows('attempt_logs', 'attempt_logs_by_error', filters, days, signal);
    }
    return deleted;
  }

  #deleteRows(
    table: LogTable,
    index: string,
    filters: readonly { sql: string; parameters: readonly number[] }[],
    days: number,
    signal: AbortSignal,
  ): Promise<number> {
    const old = { sql: 'startedAtMs < ?', parameters: [this.#daysAgo(days)], index };
    return this.logs.all({ table, filters: [...filters, old] }, signal);
  }

  /** Hour by hour, so that no statement takes long. */
  async #deleteSums({ table, time, days }: (typeof SUMS)[number], signal: AbortSignal): Promise<void> {
    const cutoffMs = this.#daysAgo(days);
    const beforeMs = cutoffMs - (cutoffMs % HOUR_MS);
    while (!signal.aborted) {
      const rows: { oldest: number | string | null }[] = await this.dataSource.query(
        `SELECT MIN(${time}) AS oldest FROM ${table}`,
      );
      const oldest = rows[0]?.oldest;
      if (oldest === null || oldest === undefined || Number(oldest) >= beforeMs) return;
      const untilMs = Math.min(beforeMs, Number(oldest) + HOUR_MS);
      await this.gate.run((manager) => manager.query(`DELETE FROM ${table} WHERE ${time} < ?`, [untilMs]));
    }
  }

  async #giveSpaceBack(signal: AbortSignal): Promise<void> {
    if (!isSqlite(this.dataSource)) return;
    for (let left = await this.#freePages(); left > 0 && !signal.aborted; left -= FREED_PAGES)
      await this.gate.turn(() => this.dataSource.query(`PRAGMA incremental_vacuum(${FREED_PAGES})`));
  }

  async #freePages(): Promise<number> {
    const rows: { freelist_count: number }[] = await this.dataSource.query('PRAGMA freelist_count');
    return rows[0]?.freelist_count ?? 0;
  }

  #daysAgo(days: number): number {
    return this.clock.nowMs() - days * DAY_MS;
  }
}
