import type { Hold, HoldSubject } from '../hold';
import { inForce, outlasts, startingNow, type HoldState } from './hold-state';

/** Names come from clients and operators; the oldest hold gives way. */
const MOST_NAMES = 1_000;

/** Holds for everything, of subjects that have a name: models or egress proxies. */
export class NamedHolds {
  readonly #holds = new Map<string, HoldState>();

  constructor(private readonly kind: 'model' | 'egress') {}

  get(name: string): HoldState | undefined {
    return this.#holds.get(name);
  }

  /** The hold in force, if any. */
  present(name: string, nowMs: number): HoldState | undefined {
    if (this.#holds.size === 0) return undefined;
    const hold = this.#holds.get(name);
    return hold !== undefined && hold.untilMs > nowMs ? hold : undefined;
  }

  put(name: string, { sinceMs, untilMs, reason, strikes }: HoldState, nowMs: number): boolean {
    const hold = { sinceMs, untilMs, reason, strikes };
    if (!outlasts(hold, this.#holds.get(name), nowMs)) return false;
    if (this.#holds.size >= MOST_NAMES) this.#holds.delete(this.#holds.keys().next().value as string);
    this.#holds.set(name, hold);
    return true;
  }

  /** Forgets a hold that is older than a success; true if it was in force. */
  heal(name: string, startedAtMs: number, nowMs: number): boolean {
    if (this.#holds.size === 0) return false;
    const hold = this.#holds.get(name);
    if (hold === undefined || hold.sinceMs >= startedAtMs) return false;
    this.#holds.delete(name);
    return hold.untilMs > nowMs;
  }

  *inForce(nowMs: number): Generator<Hold> {
    for (const [id, state] of this.#holds) {
      const subject: HoldSubject = { kind: this.kind, id };
      yield* inForce(subject, '*', state, nowMs);
    }
  }

  rebase(nowMs: number): void {
    for (const [name, hold] of this.#holds) {
      if (hold.sinceMs > nowMs) this.#holds.set(name, startingNow(hold, nowMs));
    }
  }
}
