const SECONDS = 60;

interface Second {
  second: number;
  successes: number;
  failures: number;
}

/** Successes and failures of client requests. */
export interface CallCounts {
  readonly successes: number;
  readonly failures: number;
}

/** The calls of the last sixty seconds of this process, to the second. */
export class RecentCalls {
  readonly #seconds: Second[] = Array.from({ length: SECONDS }, () => ({
    second: -1,
    successes: 0,
    failures: 0,
  }));

  add(nowMs: number, isSuccess: boolean): void {
    const second = Math.floor(nowMs / 1000);
    const slot = this.#seconds[second % SECONDS]!;
    if (slot.second !== second) Object.assign(slot, { second, successes: 0, failures: 0 });
    if (isSuccess) slot.successes += 1;
    else slot.failures += 1;
  }

  /** What was added in this second and the 59 before it. */
  totals(nowMs: number): CallCounts {
    const last = Math.floor(nowMs / 1000);
    let successes = 0;
    let failures = 0;
    for (const slot of this.#seconds) {
      if (slot.second <= last - SECONDS || slot.second > last) continue;
      successes += slot.successes;
      failures += slot.failures;
    }
    return { successes, failures };
  }
}
