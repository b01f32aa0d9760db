import type { SimulatorClock } from './clock';

interface Sleeper {
  readonly dueMs: number;
  readonly wake: () => void;
}

/** Time that stands still until a test moves it. */
export class VirtualClock implements SimulatorClock {
  #nowMs: number;
  readonly #sleepers = new Set<Sleeper>();

  /** Starts at `startMs`; by default 2026-11-20 12:00 UTC, 04:00 in California. */
  constructor(startMs = Date.UTC(2026, 10, 20, 12)) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper: Sleeper = { dueMs: this.#nowMs + ms, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
    });
  }

  /** How many sleeps are waiting for time to pass. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** Moves time on by `ms`; sleeps end in the order in which they are due, also those that begin on the way. */
  async advance(ms: number): Promise<void> {
    const targetMs = this.#nowMs + ms;
    for (let next = this.#nextDue(targetMs); next; next = this.#nextDue(targetMs)) {
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.wake();
      await turnOfTheLoop();
    }
    this.#nowMs = targetMs;
  }

  #nextDue(untilMs: number): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (sleeper.dueMs <= untilMs && (!first || sleeper.dueMs < first.dueMs)) first = sleeper;
    }
    return first;
  }
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
