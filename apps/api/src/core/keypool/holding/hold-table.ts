import type { HoldReason } from '../hold';
import type { HoldState } from './hold-state';

const STRIKE_BITS = 16;
const MOST_STRIKES = 2 ** STRIKE_BITS - 1;

/** Holds of one scope, by the number of their subject. Rows of numbers, so that millions cost little memory and no collection. */
export class HoldTable {
  /** For each row its start and its end, side by side: what is read together lies together. */
  #times: Float64Array;
  /** For each row the code of its reason and its strikes. */
  #causes: Uint32Array;

  constructor(private capacity: number) {
    this.#times = new Float64Array(2 * capacity);
    this.#causes = new Uint32Array(capacity);
  }

  /** When the last hold ends or ended; 0 where none is known. */
  untilMs(index: number): number {
    return index < this.capacity ? this.#times[2 * index + 1]! : 0;
  }

  /** When that hold began; only where one is known. */
  sinceMs(index: number): number {
    return this.#times[2 * index]!;
  }

  read(index: number): HoldState | undefined {
    const untilMs = this.untilMs(index);
    if (untilMs === 0) return undefined;
    const cause = this.#causes[index]!;
    const reason = REASONS[cause >>> STRIKE_BITS]!;
    return { sinceMs: this.sinceMs(index), untilMs, reason, strikes: cause & MOST_STRIKES };
  }

  write(index: number, { sinceMs, untilMs, reason, strikes }: HoldState): void {
    if (index >= this.capacity) this.grow(Math.max(index + 1, this.capacity * 2));
    this.#times[2 * index] = sinceMs;
    this.#times[2 * index + 1] = untilMs;
    this.#causes[index] = (codeOf(reason) << STRIKE_BITS) | Math.min(strikes, MOST_STRIKES);
  }

  clear(index: number): void {
    if (index < this.capacity) this.#times[2 * index + 1] = 0;
  }

  /** Moves holds that start in the future to now, each as long as it was. */
  rebase(nowMs: number): void {
    for (let since = 0; since < this.#times.length; since += 2) {
      const sinceMs = this.#times[since]!;
      if (sinceMs <= nowMs || this.#times[since + 1] === 0) continue;
      this.#times[since] = nowMs;
      this.#times[since + 1]! += nowMs - sinceMs;
    }
  }

  grow(capacity: number): void {
    const times = new Float64Array(2 * capacity);
    const causes = new Uint32Array(capacity);
    times.set(this.#times);
    causes.set(this.#causes);
    this.#times = times;
    this.#causes = causes;
    this.capacity = capacity;
  }
}

/** Reasons in the order in which they were first seen; a row stores the index. */
const REASONS: HoldReason[] = [];
const CODES = new Map<HoldReason, number>();

function codeOf(reason: HoldReason): number {
  const known = CODES.get(reason);
  if (known !== undefined) return known;
  CODES.set(reason, REASONS.length);
  return REASONS.push(reason) - 1;
}
