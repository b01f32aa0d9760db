import { performance } from 'node:perf_hooks';

/** Above this share of its time the event loop has none to spare. */
const SATURATED = 0.97;

/** Tells whether the process could keep up since it was last asked. */
export class LoopLoad {
  #last = performance.eventLoopUtilization();

  isSaturated(): boolean {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#last);
    this.#last = now;
    return utilization > SATURATED;
  }
}
