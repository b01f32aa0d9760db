import type { Clock } from '../../clock';

/** Where the time of one client request goes, for the client to see. All in milliseconds. */
export class CallTiming {
  /** Waiting for upstream, from the first send on. */
  readonly upstream = new Stopwatch(this.clock);
  /** Waiting for a key that may be used, or until another attempt makes sense. */
  readonly queue = new Stopwatch(this.clock);

  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly startedAtMs: number,
  ) {}

  /** What has passed up to this moment as a `Server-Timing` header; `gateway` is what neither of the others explains. */
  toHeader(): string {
    const totalMs = Math.max(0, this.clock.nowMs() - this.startedAtMs);
    const upstreamMs = Math.min(totalMs, this.upstream.ms);
    const queueMs = Math.min(totalMs - upstreamMs, this.queue.ms);
    return `gateway;dur=${totalMs - upstreamMs - queueMs}, queue;dur=${queueMs}, upstream;dur=${upstreamMs}`;
  }
}

/** Adds up the time in which at least one of several things goes on. */
class Stopwatch {
  #running = 0;
  #sinceMs = 0;
  #sumMs = 0;

  constructor(private readonly clock: Pick<Clock, 'nowMs'>) {}

  get ms(): number {
    return Math.max(0, this.#sumMs + (this.#running === 0 ? 0 : this.clock.nowMs() - this.#sinceMs));
  }

  start(): void {
    if (this.#running++ === 0) this.#sinceMs = this.clock.nowMs();
  }

  stop(): void {
    if (--this.#running === 0) this.#sumMs += this.clock.nowMs() - this.#sinceMs;
  }
}
