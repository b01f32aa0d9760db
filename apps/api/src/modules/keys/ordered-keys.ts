import type { KeyId } from '../../core/keypool/hold';
import type { RosterKey } from './roster-key';

/** Keys by id, and in the order of their ids; new ones nearly always come last. */
export class OrderedKeys {
  readonly #byId = new Map<KeyId, RosterKey>();
  readonly #ordered: RosterKey[] = [];

  /** Ids rise. */
  get all(): readonly RosterKey[] {
    return this.#ordered;
  }

  get(id: KeyId): RosterKey | undefined {
    return this.#byId.get(id);
  }

  set(live: RosterKey): void {
    const { id } = live.key;
    const isKnown = this.#byId.has(id);
    this.#byId.set(id, live);
    this.#ordered.splice(firstFrom(this.#ordered, id), isKnown ? 1 : 0, live);
  }

  delete(id: KeyId): void {
    if (this.#byId.delete(id)) this.#ordered.splice(firstFrom(this.#ordered, id), 1);
  }
}

/** Where the keys begin whose id is not below `id`, in a list whose ids rise. */
export function firstFrom(keys: readonly RosterKey[], id: KeyId): number {
  let low = 0;
  let high = keys.length;
  if (high > 0 && keys[high - 1]!.key.id < id) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]!.key.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
