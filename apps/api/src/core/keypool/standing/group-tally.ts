import type { PoolState } from '../pool-state';

/** How enabled keys stand for everything. */
export interface KeyTally {
  ready: number;
  resting: number;
  /** Keys that do not return by themselves. */
  invalid: number;
  /** When the first resting key returns, in UTC ms; `Infinity` where none does. */
  nextAtMs: number;
}

/** How the enabled keys of each group stand. Looks at every key once. */
export class GroupTally {
  /** Keys without a group are those of `undefined`. */
  readonly #groups = new Map<string | undefined, KeyTally>();

  constructor({ keys, rings: { everything } }: PoolState, nowMs: number) {
    for (const key of keys.all()) if (key.isEnabled) this.#count(key.group, everything.readyAtMs(key), nowMs);
  }

  /** The sum over the groups that are meant. */
  sum(isMeant: (group: string | undefined) => boolean): KeyTally {
    const sum = aTally();
    for (const [group, tally] of this.#groups) {
      if (!isMeant(group)) continue;
      sum.ready += tally.ready;
      sum.resting += tally.resting;
      sum.invalid += tally.invalid;
      sum.nextAtMs = Math.min(sum.nextAtMs, tally.nextAtMs);
    }
    return sum;
  }

  #count(group: string | undefined, atMs: number, nowMs: number): void {
    let tally = this.#groups.get(group);
    if (tally === undefined) this.#groups.set(group, (tally = aTally()));
    if (atMs <= nowMs) tally.ready++;
    else if (atMs === Infinity) tally.invalid++;
    else {
      tally.resting++;
      tally.nextAtMs = Math.min(tally.nextAtMs, atMs);
    }
  }
}

function aTally(): KeyTally {
  return { ready: 0, resting: 0, invalid: 0, nextAtMs: Infinity };
}
