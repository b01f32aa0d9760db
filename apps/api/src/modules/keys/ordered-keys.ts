import type { KeyId } from '../../core/keypool/hold';
import type { RosterKey } from './roster-key';

/** Keys by id, and in the order of their ids; new ones nearly always come last. */
export class OrderedKeys {
  readonly #byId = new Map<KeyId, RosterKey>();
  /** Ids rise. Holds keys that were deleted, while `#hasDeleted`. */
  #ordered: RosterKey[] = [];
  #hasDeleted = false;

  /** Ids rise. */
  get all(): readonly RosterKey[] {
    // Many keys are deleted one after another: they are sorted out together.
    if (this.#hasDeleted) this.#ordered = this.#ordered.filter(({ key }) => this.#byId.has(key.id));
    this.#hasDeleted = false;
    return this.#ordered;
  }

  get(id: KeyId): RosterKey | undefined {
    return this.#byId.get(id);
  }

  set(live: RosterKey): void {
    const { id } = live.key;
    this.#byId.set(id, live);
    const at = firstFrom(this.#ordered, id);
    this.#ordered.splice(at, this.#ordered[at]?.key.id === id ? 1 : 0, live);
  }

  delete(id: KeyId): void {
    if (this.#byId.delete(id)) this.#hasDeleted = true;
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
