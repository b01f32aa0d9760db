import type { Clock } from '../../core/clock';
import type { Hold, KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import { probeAgainAfterMs } from '../../core/keypool/probe-again';
import type { KeyProbe } from './key-probe';

const HOUR_MS = 3_600_000;
const AT_ONCE = 5;

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
    const intervalMs = this.#intervalMs();
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

  #isWorthAProbe({ subject, untilMs, reason, sinceMs }: Hold): boolean {
    if (subject.kind !== 'key' || untilMs !== Infinity) return false;
    const afterMs = probeAgainAfterMs(reason, this.#intervalMs());
    return afterMs !== undefined && this.clock.nowMs() - sinceMs >= afterMs;
  }

  #intervalMs(): number {
    return this.intervalHours() * HOUR_MS;
  }
}
