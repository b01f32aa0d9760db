import type { Clock } from '../../clock';

/** Steps back up to this length are ignored; time then stands still until the clock has caught up. */
const TOLERATED_STEP_BACK_MS = 1_000;

/** A clock that does not run backwards, except when it was really put back, which is told. */
export class SteadyClock {
  #lastMs = -Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly onPutBack: (nowMs: number) => void,
  ) {}

  nowMs(): number {
    const nowMs = this.clock.nowMs();
    if (nowMs < this.#lastMs) {
      if (this.#lastMs - nowMs <= TOLERATED_STEP_BACK_MS) return this.#lastMs;
      this.#lastMs = nowMs;
      this.onPutBack(nowMs);
    }
    this.#lastMs = nowMs;
    return nowMs;
  }
}
