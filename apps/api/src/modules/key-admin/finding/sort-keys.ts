import type { KeySort } from '@gemini-balance/shared';
import type { Place } from '../../../database/cursors/place-cursor';
import type { KeyPools } from '../../keys/key-pools';
import type { KeyRoster } from '../../keys/key-roster';
import type { RosterKey } from '../../keys/roster-key';

/** The number that a key is sorted by. */
export function sortValueOf(sort: KeySort, roster: KeyRoster, pools: KeyPools): (live: RosterKey) => number {
  switch (sort) {
    case 'created':
      return ({ key }) => key.id;
    case 'lastUsed':
      return ({ key }) => roster.lastUsedAtMs(key.id) ?? 0;
    case 'failures':
      return ({ kind, key }) => pools.of(kind).view.failuresOf(key.id);
    case 'weight':
      return ({ key }) => key.weight;
    case 'inFlight':
      return ({ kind, key }) => pools.of(kind).view.inFlightOf(key.id);
  }
}

/** Keeps the first places of a list that is sorted rising, or falling where `sign` is -1; the rest is forgotten. */
export class FirstPlaces {
  readonly #places: Place[] = [];

  constructor(
    private readonly atMost: number,
    private readonly sign: 1 | -1,
    /** Only what comes after this. */
    private readonly after: Place | undefined,
  ) {}

  /** In order. */
  get places(): readonly Place[] {
    return this.#places;
  }

  add(place: Place): void {
    if (this.after !== undefined && this.#compare(place, this.after) <= 0) return;
    const last = this.#places.at(-1);
    const isFull = this.#places.length === this.atMost;
    if (isFull && last !== undefined && this.#compare(place, last) >= 0) return;
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#places[middle]!, place) < 0) low = middle + 1;
      else high = middle;
    }
    this.#places.splice(low, 0, place);
    if (isFull) this.#places.pop();
  }

  #compare(one: Place, other: Place): number {
    return this.sign * (one.value - other.value || one.id - other.id);
  }
}
