/** A key's slot and its weight. */
export interface Weighted {
  readonly slot: number;
  readonly weight: number;
}

const SPARE = 1.5;
const LEAST_CAPACITY = 64;
/** The share of places that may stand at the end of the ring before it is laid out anew. */
const TOLERATED_DISORDER = 1 / 64;

/**
 * Which places of the ring belong to which slot: as many as the key's weight, spread out evenly.
 * Places keep their numbers until the next layout, so a key that returns finds its old place.
 */
export class Places {
  readonly capacity: number;
  #count = 0;
  #disorder = 0;
  readonly #slots: Int32Array;
  /** The slot's next place, or -1 after its last. */
  readonly #next: Int32Array;
  /** The slot's first place, or -1. */
  #first: Int32Array;

  /** Lays the keys out in the order given. */
  constructor(keys: readonly Weighted[], slotCapacity: number) {
    const total = keys.reduce((sum, { weight }) => sum + weight, 0);
    this.capacity = Math.max(LEAST_CAPACITY, Math.ceil(total * SPARE));
    this.#slots = new Int32Array(this.capacity).fill(-1);
    this.#next = new Int32Array(this.capacity).fill(-1);
    this.#first = new Int32Array(slotCapacity).fill(-1);
    for (const slot of spread(keys, total)) this.#append(slot);
  }

  /** The slot's first place, or -1. */
  firstOf(slot: number): number {
    return this.#first[slot]!;
  }

  /** The place of the same slot after this one, or -1. */
  after(place: number): number {
    return this.#next[place]!;
  }

  slotAt(place: number): number {
    return this.#slots[place]!;
  }

  /** Whether there is room for so many further places, and the ring is in good order with them. */
  fits(weight: number): boolean {
    const disorder = this.#disorder + (weight > 1 ? weight : 0);
    return this.#count + weight <= this.capacity && disorder <= this.#count * TOLERATED_DISORDER;
  }

  grow(slotCapacity: number): void {
    const first = new Int32Array(slotCapacity).fill(-1);
    first.set(this.#first);
    this.#first = first;
  }

  /** Adds a key behind all others. Call only where it `fits`. */
  add({ slot, weight }: Weighted): void {
    if (weight > 1) this.#disorder += weight;
    for (let copy = 0; copy < weight; copy++) this.#append(slot);
  }

  /** Leaves the slot's places empty until the next layout. */
  remove(slot: number): void {
    for (let place = this.#first[slot]!; place >= 0; place = this.#next[place]!) this.#slots[place] = -1;
    this.#first[slot] = -1;
  }

  /** The slots in the order of their first places. */
  *order(): Generator<number> {
    for (let place = 0; place < this.#count; place++) {
      const slot = this.#slots[place]!;
      if (slot >= 0 && this.#first[slot] === place) yield slot;
    }
  }

  #append(slot: number): void {
    const place = this.#count++;
    this.#slots[place] = slot;
    // The newest place goes second in the slot's chain, so that the first stays the first.
    const first = this.#first[slot]!;
    if (first < 0) {
      this.#first[slot] = place;
    } else {
      this.#next[place] = this.#next[first]!;
      this.#next[first] = place;
    }
  }
}

/** Each slot as often as its weight, its copies at even distances: a counting sort by where each copy ideally stands. */
function spread(keys: readonly Weighted[], total: number): Int32Array {
  const starts = new Int32Array(total + 1);
  const ideal = (key: number, copy: number, weight: number) =>
    Math.floor(((copy + key / keys.length) / weight) * total);
  keys.forEach(({ weight }, key) => {
    for (let copy = 0; copy < weight; copy++) starts[ideal(key, copy, weight) + 1]!++;
  });
  for (let at = 1; at <= total; at++) starts[at]! += starts[at - 1]!;
  const slots = new Int32Array(total);
  keys.forEach(({ slot, weight }, key) => {
    for (let copy = 0; copy < weight; copy++) slots[starts[ideal(key, copy, weight)]!++] = slot;
  });
  return slots;
}
