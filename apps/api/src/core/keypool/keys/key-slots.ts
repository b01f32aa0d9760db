import type { KeyId } from '../hold';
import type { LiveKey } from './live-key';
import type { PoolKey } from './pool-key';

const FIRST_CAPACITY = 64;
const MOST_PLACES = 100;

/** The keys of the pool. Each has a slot: a small number that is its row in every table, used anew after it is removed. */
export class KeySlots {
  readonly #byId = new Map<KeyId, LiveKey>();
  readonly #bySlot: (LiveKey | undefined)[] = [];
  readonly #free: number[] = [];
  #capacity = FIRST_CAPACITY;
  #disabled = 0;

  /** How many slots the tables must have room for. */
  get capacity(): number {
    return this.#capacity;
  }

  get total(): number {
    return this.#byId.size;
  }

  get disabled(): number {
    return this.#disabled;
  }

  all(): IterableIterator<LiveKey> {
    return this.#byId.values();
  }

  byId(id: KeyId): LiveKey | undefined {
    return this.#byId.get(id);
  }

  /** The key of a slot that is in use. */
  at(slot: number): LiveKey {
    return this.#bySlot[slot]!;
  }

  /** Whether this very key is still in the pool, and not another one in its place. */
  holds(key: LiveKey): boolean {
    return this.#bySlot[key.slot] === key;
  }

  add(key: PoolKey): LiveKey {
    const slot = this.#free.pop() ?? this.#bySlot.length;
    while (slot >= this.#capacity) this.#capacity *= 2;
    const live: LiveKey = {
      slot,
      id: key.id,
      secret: key.secret,
      fingerprint: key.fingerprint,
      project: undefined,
      projectIndex: -1,
      group: key.group,
      weight: placesFor(key.weight),
      isEnabled: key.isEnabled,
      failures: key.failures,
      failedAtMs: -Infinity,
      inFlight: 0,
      provenAtMs: -Infinity,
      refusedAtMs: -Infinity,
    };
    this.#bySlot[slot] = live;
    this.#byId.set(key.id, live);
    if (!key.isEnabled) this.#disabled++;
    return live;
  }

  remove(key: LiveKey): void {
    this.#byId.delete(key.id);
    this.#bySlot[key.slot] = undefined;
    this.#free.push(key.slot);
    if (!key.isEnabled) this.#disabled--;
  }

  setEnabled(key: LiveKey, isEnabled: boolean): void {
    if (key.isEnabled === isEnabled) return;
    key.isEnabled = isEnabled;
    this.#disabled += isEnabled ? -1 : 1;
  }
}

/** A weight as whole places, 1 to 100. */
export function placesFor(weight: number): number {
  return Math.min(Math.max(Math.round(weight) || 1, 1), MOST_PLACES);
}
