import type { Clock } from './clock';

/** Runs a job again and again with a pause between, never twice at once. */
export class Repeater {
  #stopping: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  /** @param job never rejects. */
  constructor(
    private readonly clock: Clock,
    private readonly pauseMs: number,
    private readonly job: () => Promise<void>,
  ) {}

  /** Starts with a pause. */
  start(): void {
    if (this.#stopping) return;
    this.#stopping = new AbortController();
    this.#running = this.#repeat(this.#stopping.signal);
  }

  /** Resolves when the job is not running any more; it will not run again. */
  async stop(): Promise<void> {
    this.#stopping?.abort();
    await this.#running;
    this.#stopping = undefined;
  }

  async #repeat(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.clock.sleep(this.pauseMs, signal);
      if (signal.aborted) return;
      await this.job();
    }
  }
}
