import type { Clock } from '../clock';

/** A clock that stands still until it is told to go on; sleepers wake when their time has come. */
export class FakeClock implements Clock {
  readonly #sleepers = new Set<{ readonly atMs: number; readonly wake: () => void }>();

  constructor(private ms = Date.UTC(2026, 10, 20, 12)) {}

  nowMs(): number {
    return this.ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper = { atMs: this.ms + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  advance(ms: number): void {
    this.set(this.ms + ms);
  }

  /** Puts the clock forwards or back. */
  set(ms: number): void {
    this.ms = ms;
    for (const sleeper of this.#sleepers) {
      if (sleeper.atMs > ms) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
  }
}
