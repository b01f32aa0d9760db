import { CAPACITY_WINDOW_MS, OVERLOAD_WINDOW_MS } from '../hold-policy';

interface Trouble {
  /** Who last saw the model's capacity exhausted: a project or a key. */
  capacitySeenBy: string | undefined;
  capacitySeenMs: number;
  overloads: number;
  overloadedMs: number;
}

/** Clients name models freely; the oldest trouble gives way. */
const MOST_MODELS = 1_000;

/** Remembers, by model, trouble that no single key is to blame for. */
export class ModelTrouble {
  readonly #models = new Map<string, Trouble>();

  /** Notes exhausted capacity; true if somebody else saw the same moments ago. */
  capacityExhausted(model: string, seenBy: string, nowMs: number): boolean {
    const trouble = this.#of(model);
    const isRecent = Math.abs(nowMs - trouble.capacitySeenMs) <= CAPACITY_WINDOW_MS;
    const isShared = isRecent && trouble.capacitySeenBy !== undefined && trouble.capacitySeenBy !== seenBy;
    trouble.capacitySeenBy = seenBy;
    trouble.capacitySeenMs = nowMs;
    return isShared;
  }

  /** Notes an overload; how many there were in a row. */
  overloaded(model: string, nowMs: number): number {
    const trouble = this.#of(model);
    const isInARow = Math.abs(nowMs - trouble.overloadedMs) <= OVERLOAD_WINDOW_MS;
    trouble.overloads = isInARow ? trouble.overloads + 1 : 1;
    trouble.overloadedMs = nowMs;
    return trouble.overloads;
  }

  /** The model has answered somebody. */
  succeeded(model: string): void {
    if (this.#models.size > 0) this.#models.delete(model);
  }

  clear(): void {
    this.#models.clear();
  }

  #of(model: string): Trouble {
    const known = this.#models.get(model);
    if (known !== undefined) return known;
    if (this.#models.size >= MOST_MODELS) this.#models.delete(this.#models.keys().next().value as string);
    const fresh: Trouble = { capacitySeenBy: undefined, capacitySeenMs: 0, overloads: 0, overloadedMs: 0 };
    this.#models.set(model, fresh);
    return fresh;
  }
}
