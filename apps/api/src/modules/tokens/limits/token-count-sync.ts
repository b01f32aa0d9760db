import type { DataSource } from 'typeorm';
import type { RowWriter } from '../../../database/writing/row-writer';
import { noUse, type TokenUse } from './token-limits';
import { MINUTE_MS, type MeterTime } from './token-meter';
import type { TokenMeters } from './token-meters';

const DAY_MS = 86_400_000;
const COLUMNS = { keys: ['spanMs', 'startMs', 'tokenId'], sums: ['requests', 'tokens'] } as const;

/** When the day of a time began. */
export interface SyncTime extends Pick<MeterTime, 'nowMs'> {
  dayStartMs(nowMs: number): number;
}

interface StoredCount extends TokenUse {
  readonly spanMs: number;
  readonly startMs: number;
  readonly tokenId: number;
}

/**
 * Stores what the tokens with limits use, and tells their meters what others used: the limits hold approximately for
 * several processes together, and go on after a restart.
 */
export class TokenCountSync {
  /** What this process has stored, by period and token. */
  readonly #own = new Map<string, TokenUse>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: Pick<RowWriter, 'add'>,
    private readonly meters: TokenMeters,
    private readonly time: SyncTime,
  ) {}

  /** Rejects when the database is away; nothing is lost then. */
  async run(): Promise<void> {
    if (this.meters.all().size === 0) return;
    const nowMs = this.time.nowMs();
    const minuteMs = nowMs - (nowMs % MINUTE_MS);
    const dayMs = this.time.dayStartMs(nowMs);
    await this.#store(minuteMs, dayMs);
    await this.#tell(nowMs, minuteMs, dayMs);
  }

  async #store(minuteMs: number, dayMs: number): Promise<void> {
    for (const [tokenId, meter] of this.meters.all()) {
      const use = meter.takeUnstored();
      if (use.requests === 0 && use.tokens === 0) continue;
      const periods = [
        [MINUTE_MS, minuteMs],
        [DAY_MS, dayMs],
      ] as const;
      try {
        const rows = periods.map(([spanMs, startMs]) => [spanMs, startMs, tokenId, use.requests, use.tokens]);
        await this.rows.add('token_counts', COLUMNS.keys, COLUMNS.sums, rows);
      } catch (failure) {
        meter.putBack(use);
        throw failure;
      }
      for (const [spanMs, startMs] of periods) this.#noteOwn(nameOf(spanMs, startMs, tokenId), use);
    }
  }

  async #tell(nowMs: number, minuteMs: number, dayMs: number): Promise<void> {
    const rows: StoredCount[] = await this.dataSource.query(
      `SELECT spanMs, startMs, tokenId, requests, tokens FROM token_counts
       WHERE (spanMs = ? AND startMs >= ?) OR (spanMs = ? AND startMs = ?)`,
      [MINUTE_MS, minuteMs - MINUTE_MS, DAY_MS, dayMs],
    );
    const stored = new Map(rows.map((row) => [nameOf(row.spanMs, row.startMs, row.tokenId), row]));
    const othersIn = (spanMs: number, startMs: number, tokenId: number): TokenUse =>
      this.#others(stored, nameOf(spanMs, startMs, tokenId));
    // Of the minute before, the part counts that lies within the last sixty seconds.
    const share = 1 - (nowMs - minuteMs) / MINUTE_MS;
    for (const [tokenId, meter] of this.meters.all()) {
      const now = othersIn(MINUTE_MS, minuteMs, tokenId);
      const before = othersIn(MINUTE_MS, minuteMs - MINUTE_MS, tokenId);
      const minute = {
        requests: Math.floor(now.requests + share * before.requests),
        tokens: Math.floor(now.tokens + share * before.tokens),
      };
      meter.noteOthers(minute, othersIn(DAY_MS, dayMs, tokenId));
    }
    this.#forget(dayMs);
  }

  #others(stored: ReadonlyMap<string, TokenUse>, name: string): TokenUse {
    const all = stored.get(name) ?? noUse();
    const own = this.#own.get(name) ?? noUse();
    // MySQL hands large numbers out as text.
    return {
      requests: Math.max(0, Number(all.requests) - own.requests),
      tokens: Math.max(0, Number(all.tokens) - own.tokens),
    };
  }

  #noteOwn(name: string, { requests, tokens }: TokenUse): void {
    const own = this.#own.get(name) ?? noUse();
    this.#own.set(name, { requests: own.requests + requests, tokens: own.tokens + tokens });
  }

  /** Periods of earlier days are never asked about again. */
  #forget(dayMs: number): void {
    if (this.#own.size < 10_000) return;
    for (const name of this.#own.keys()) if (Number(name.split('|')[1]) < dayMs) this.#own.delete(name);
  }
}

function nameOf(spanMs: number, startMs: number, tokenId: number): string {
  return `${spanMs}|${startMs}|${tokenId}`;
}
