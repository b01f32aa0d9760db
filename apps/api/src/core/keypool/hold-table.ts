import type { HoldReason } from './hold';
import type { HoldState } from './hold-state';

const MOST_STRIKES = 0xffff;

/** Holds of one scope, by the number of their subject. Rows of numbers, so that millions cost neither memory nor collection. */
export class HoldTable {
  #sinceMs: Float64Array;
  #untilMs: Float64Array;
  #reasons: Uint8Array;
  #strikes: Uint16Array;

  constructor(capacity: number) {
    this.#sinceMs = new Float64Array(capacity);
    this.#untilMs = new Float64Array(capacity);
    this.#reasons = new Uint8Array(capacity);
    this.#strikes = new Uint16Array(capacity);
  }

  get capacity(): number {
    return this.#untilMs.length;
  }

  /** When the last hold ends or ended; 0 where none is known. */
  untilMs(index: number): number {
    return index < this.#untilMs.length ? this.#untilMs[index]! : 0;
  }

  sinceMs(index: number): number {
    return this.#sinceMs[index]!;
  }

  read(index: number): HoldState | undefined {
    const untilMs = this.untilMs(index);
    if (untilMs === 0) return undefined;
    const reason = REASONS[this.#reasons[index]!]!;
    return { sinceMs: this.#sinceMs[index]!, untilMs, reason, strikes: this.#strikes[index]! };
  }

  write(index: number, { sinceMs, untilMs, reason, strikes }: HoldState): void {
    if (index >= this.capacity) this.grow(Math.max(index + 1, this.capacity * 2));
    this.#sinceMs[index] = sinceMs;
    this.#untilMs[index] = untilMs;
    this.#reasons[index] = codeOf(reason);
    this.#strikes[index] = Math.min(strikes, MOST_STRIKES);
  }

  clear(index: number): void {
    if (index < this.capacity) this.#untilMs[index] = 0;
  }

  /** Moves holds that start in the future to now, each as long as it was. */
  rebase(nowMs: number): void {
    for (let index = 0; index < this.capacity; index++) {
      const sinceMs = this.#sinceMs[index]!;
      if (sinceMs <= nowMs || this.#untilMs[index] === 0) continue;
      this.#untilMs[index] = this.#untilMs[index]! - sinceMs + nowMs;
      this.#sinceMs[index] = nowMs;
    }
  }

  grow(capacity: number): void {
    const { untilMs, sinceMs, reasons, strikes } = {
      untilMs: new Float64Array(capacity),
      sinceMs: new Float64Array(capacity),
      reasons: new Uint8Array(capacity),
      strikes: new Uint16Array(capacity),
    };
    untilMs.set(this.#untilMs);
    sinceMs.set(this.#sinceMs);
    reasons.set(this.#reasons);
    strikes.set(this.#strikes);
    this.#untilMs = untilMs;
    this.#sinceMs = sinceMs;
    this.#reasons = reasons;
    this.#strikes = strikes;
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
