import type { Clock } from '../../../core/clock';

/** A reading takes at most one part of the time in so many, */
const SHARE = 10;
/** but is done again after so long, however long it takes. */
const LONGEST_MS = 15_000;

/**
 * Reads again as often as is asked for while that is quick, and the more seldom the longer it takes. Who asks while it is
 * being read gets that reading.
 */
export class PacedReading<Result> {
  #reading: Promise<Result> | undefined;
  #validUntilMs = -Infinity;

  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly read: () => Promise<Result>,
  ) {}

  /** The last reading, or a new one. Rejects as the reading does; the next one who asks then reads again. */
  current(): Promise<Result> {
    if (this.#reading === undefined || this.clock.nowMs() >= this.#validUntilMs)
      this.#reading = this.#begin();
    return this.#reading;
  }

  async #begin(): Promise<Result> {
    const startedAtMs = this.clock.nowMs();
    this.#validUntilMs = Infinity;
    let tookMs = 0;
    try {
      const result = await this.read();
      tookMs = this.clock.nowMs() - startedAtMs;
      return result;
    } finally {
      this.#validUntilMs = startedAtMs + tookMs + Math.min(tookMs * SHARE, LONGEST_MS);
    }
  }
}
