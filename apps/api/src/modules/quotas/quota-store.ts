import type { DataSource } from 'typeorm';
import type { RowWriter } from '../../database/writing/row-writer';
import type { WriteGate } from '../../database/writing/write-gate';
import type { LearntQuota, LearntQuotas } from './learnt-quotas';

const TABLE = 'learnt_quotas';
const COLUMNS = ['keyId', 'model', 'unit', 'kind', 'countedAs', 'perDay', 'learntAtMs'] as const;
const DAY_MS = 86_400_000;
/** Upstream changes quotas every few months: what was not told again since is no guess any more. */
const FORGOTTEN_AFTER_MS = 60 * DAY_MS;
/** What another process learns is stored later, after an outage of the database minutes later, by a clock of its own. */
const OVERLAP_MS = 10 * 60_000;

/** Keeps what upstream tells of quotas over a restart, and brings in what other processes on the database are told. */
export class QuotaStore {
  readonly #waiting = new Map<string, LearntQuota>();
  #readUntilMs = 0;

  constructor(
    private readonly quotas: LearntQuotas,
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly rows: Pick<RowWriter, 'replace'>,
  ) {}

  /** Forgets what is too old and reads the rest, at the start. */
  async load(nowMs: number): Promise<void> {
    await this.gate.run((manager) =>
      manager.query(`DELETE FROM ${TABLE} WHERE learntAtMs < ?`, [nowMs - FORGOTTEN_AFTER_MS]),
    );
    await this.catchUp(nowMs);
  }

  /** Reads what was learnt since the last time. Rejects when the database is away. */
  async catchUp(nowMs: number): Promise<void> {
    const rows: LearntQuota[] = await this.dataSource.query(
      `SELECT ${COLUMNS.join(', ')} FROM ${TABLE} WHERE learntAtMs >= ? ORDER BY learntAtMs`,
      [this.#readUntilMs - OVERLAP_MS],
    );
    this.#readUntilMs = nowMs;
    // MySQL hands large numbers out as text.
    for (const row of rows)
      this.quotas.learn({ ...row, perDay: Number(row.perDay), learntAtMs: Number(row.learntAtMs) });
  }

  /** Notes what is to be stored; of one key, model and unit only the last. */
  note(quota: LearntQuota): void {
    this.#waiting.set(nameOf(quota), quota);
  }

  /** Stores what waits. Rejects when the database is away; nothing is lost then. */
  async flush(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const batch = [...this.#waiting.values()];
    this.#waiting.clear();
    try {
      await this.rows.replace(
        TABLE,
        COLUMNS,
        batch.map((quota) => COLUMNS.map((column) => quota[column])),
      );
    } catch (failure) {
      for (const quota of batch) if (!this.#waiting.has(nameOf(quota))) this.note(quota);
      throw failure;
    }
  }
}

function nameOf({ keyId, model, unit }: LearntQuota): string {
  return `${keyId} ${unit} ${model}`;
}
