import type { DataSource } from 'typeorm';
import type { Clock } from '../../../core/clock';
import type { WriteGate } from '../../../database/writing/write-gate';
import { LogPages } from './log-pages';
import type { Selection } from './log-tables';

/** Rows that go at once: few enough that nobody waits for them. */
const ROWS_AT_ONCE = 250;
/** Between two batches others write. */
const PAUSE_MS = 5;
/** After that long the rest is deleted behind the answer. */
const PATIENCE_MS = 5_000;

export interface Deleted {
  readonly deleted: number;
  readonly isDone: boolean;
}

/** Deletes rows of the logs in small batches, so that neither requests nor the dashboard wait for it. */
export class DeleteLogs {
  readonly #pages: LogPages;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly clock: Clock,
  ) {
    this.#pages = new LogPages(dataSource);
  }

  /** Deletes the rows that are there now. What takes long goes on behind the answer. */
  async selected(selection: Selection): Promise<Deleted> {
    const progress = { deleted: 0 };
    const work = this.#delete(selection, progress, this.#stopping.signal).then(() => true);
    this.#running.add(work);
    work.catch(() => undefined).finally(() => this.#running.delete(work));
    const patience = new AbortController();
    const isDone = await Promise.race([
      work.finally(() => patience.abort()),
      this.clock.sleep(PATIENCE_MS, patience.signal).then(() => false),
    ]);
    return { deleted: progress.deleted, isDone: isDone || !this.#running.has(work) };
  }

  /** The same, and resolves when all of it is done. */
  async all(selection: Selection, signal: AbortSignal): Promise<number> {
    const progress = { deleted: 0 };
    await this.#delete(selection, progress, signal);
    return progress.deleted;
  }

  async byIds(table: Selection['table'], ids: readonly number[]): Promise<number> {
    const filters = [{ sql: `id IN (${ids.map(() => '?').join(', ')})`, parameters: ids }];
    const { deleted } = await this.selected({ table, filters });
    return deleted;
  }

  /** What is under way ends with the batch that is being deleted. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running);
  }

  async #delete(selection: Selection, progress: { deleted: number }, signal: AbortSignal): Promise<void> {
    const uptoId = await this.#lastId(selection.table);
    while (!signal.aborted) {
      const rows = await this.#pages.newest('id, requestId', selection, ROWS_AT_ONCE, uptoId);
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => Number(id));
      await this.#deleteRows(selection.table, ids);
      progress.deleted += rows.length;
      await this.clock.sleep(PAUSE_MS, signal);
    }
  }

  async #deleteRows(table: Selection['table'], ids: readonly number[]): Promise<void> {
    const marks = ids.map(() => '?').join(', ');
    await this.gate.run(async (manager) => {
      if (table === 'attempt_logs') {
        const attempts: { requestId: string; attempt: number }[] = await manager.query(
          `SELECT requestId, attempt FROM attempt_logs WHERE id IN (${marks})`,
          [...ids],
        );
        const places = attempts.map(() => '(requestId = ? AND attempt = ?)').join(' OR ');
        await manager.query(
          `DELETE FROM error_bodies WHERE ${places}`,
          attempts.flatMap(({ requestId, attempt }) => [requestId, attempt]),
        );
      }
      await manager.query(`DELETE FROM ${table} WHERE id IN (${marks})`, [...ids]);
    });
  }

  async #lastId(table: Selection['table']): Promise<number> {
    const rows: { id: number | string | null }[] = await this.dataSource.query(
      `SELECT MAX(id) AS id FROM ${table}`,
    );
    return Number(rows[0]?.id ?? 0);
  }
}
