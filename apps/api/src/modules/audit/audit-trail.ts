import type { Clock } from '../../core/clock';
import type { RowValue, RowWriter } from '../../database/writing/row-writer';
import type { AdminActor } from '../../http/admin/admin-actor';
import { AUDIT_COLUMNS, type AuditEntry, toAuditRow } from './audit-row';

/** Kept while the database is away; administrators do less than that in a day. */
const MAX_WAITING = 10_000;
/** After the database was away. */
const RETRY_MS = 5_000;

/**
 * Keeps what administrators do. Recording takes no time: the row is written behind the answer, and waits while the
 * database is away.
 */
export class AuditTrail {
  readonly #waiting: (readonly RowValue[])[] = [];
  #writing: Promise<void> | undefined;
  #isWaiting = false;

  constructor(
    private readonly rows: Pick<RowWriter, 'insert'>,
    private readonly clock: Clock,
    /** Told of each failed write; must not throw. */
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** Never throws and never waits. */
  record(entry: AuditEntry, actor: AdminActor): void {
    try {
      const row = toAuditRow(entry, actor, this.clock.nowMs());
      if (this.#waiting.length < MAX_WAITING) this.#waiting.push(row);
      else this.onFailure(new Error('Too many audit rows wait for the database.'));
    } catch (failure) {
      this.onFailure(failure);
    }
    void this.flush();
  }

  /** Resolves when what was recorded is stored, or could not be for now. Never rejects. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  #tryAgain(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    void this.clock.sleep(RETRY_MS).then(() => {
      this.#isWaiting = false;
      return this.flush();
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = [...this.#waiting];
      try {
        await this.rows.insert('audit_logs', AUDIT_COLUMNS, batch);
        this.#waiting.splice(0, batch.length);
      } catch (failure) {
        this.onFailure(failure);
        this.#tryAgain();
        return;
      }
    }
  }
}
