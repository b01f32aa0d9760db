import type { Clock } from '../../core/clock';
import type { Hold, HoldReason, KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { KeyProbe } from './key-probe';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AT_ONCE = 5;

/** Rows 4 and 5 of docs/protocol-notes.md: these keys do not come back. */
const LOST: ReadonlySet<HoldReason> = new Set<HoldReason>(['leaked_key', 'project_suspended']);

/** Probes the keys that upstream refused, every `CHECK_INTERVAL_HOURS`: one that was mended serves again by itself. */
export class RecheckInvalidKeys {
  #lastRunMs: number;
  #isRunning = false;

  constructor(
    private readonly pools: () => readonly KeyPool[],
    private readonly probe: KeyProbe,
    private readonly clock: Clock,
    /** 0 switches the check off. */
    private readonly intervalHours: () => number,
  ) {
    this.#lastRunMs = clock.nowMs();
  }

  /** Called every minute; works when the interval has passed. Returns the number of keys probed. */
  async runIfDue(): Promise<number> {
    const intervalMs = this.intervalHours() * HOUR_MS;
    const isDue = intervalMs > 0 && this.clock.nowMs() - this.#lastRunMs >= intervalMs;
    if (!isDue || this.#isRunning) return 0;
    this.#isRunning = true;
    try {
      this.#lastRunMs = this.clock.nowMs();
      const counts = await Promise.all(this.pools().map((pool) => this.#recheck(pool)));
      return counts.reduce((sum, count) => sum + count, 0);
    } finally {
      this.#isRunning = false;
    }
  }

  async #recheck(pool: KeyPool): Promise<number> {
    const ids = pool
      .holds()
      .filter((hold) => this.#isWorthAProbe(hold))
      .map(({ subject }) => subject.id as KeyId);
    const waiting = ids.values();
    const worker = async (): Promise<void> => {
      for (const id of waiting) await this.probe.probe(pool, id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return ids.length;
  }

  /** Row 1: a key that upstream does not know is asked about once a day at most. */
  #isWorthAProbe({ subject, untilMs, reason, sinceMs }: Hold): boolean {
    if (subject.kind !== 'key' || untilMs !== Infinity || LOST.has(reason)) return false;
    return reason !== 'invalid_key' || this.clock.nowMs() - sinceMs >= DAY_MS;
  }
}
