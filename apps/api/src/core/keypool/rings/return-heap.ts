const CHILDREN = 4;

/** Keys that rest, by slot, ordered by the time they return: the first to return is known at once. */
export class ReturnHeap {
  #size = 0;
  #atMs: Float64Array;
  #slots: Int32Array;
  /** Where a slot stands in the heap, counted from 1; 0 for a slot that is not in it. */
  #positions: Int32Array;

  constructor(capacity: number) {
    this.#atMs = new Float64Array(capacity);
    this.#slots = new Int32Array(capacity);
    this.#positions = new Int32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** When the first slot returns; `Infinity` where none rests. */
  get firstAtMs(): number {
    return this.#size === 0 ? Infinity : this.#atMs[0]!;
  }

  /** The slot that returns first; -1 where none rests. */
  get firstSlot(): number {
    return this.#size === 0 ? -1 : this.#slots[0]!;
  }

  has(slot: number): boolean {
    return this.#positions[slot]! !== 0;
  }

  grow(capacity: number): void {
    this.#atMs = grown(this.#atMs, new Float64Array(capacity));
    this.#slots = grown(this.#slots, new Int32Array(capacity));
    this.#positions = grown(this.#positions, new Int32Array(capacity));
  }

  /** Adds the slot, or moves it to its new time. */
  put(slot: number, atMs: number): void {
    const position = this.#positions[slot]! - 1;
    if (position < 0) this.#rise(this.#size++, slot, atMs);
    else this.#settle(position, slot, atMs);
  }

  delete(slot: number): void {
    const position = this.#positions[slot]! - 1;
    if (position < 0) return;
    this.#positions[slot] = 0;
    const last = --this.#size;
    if (position !== last) this.#settle(position, this.#slots[last]!, this.#atMs[last]!);
  }

  /** Takes over the members of a heap of the same capacity. */
  copy(other: ReturnHeap): void {
    this.#size = other.#size;
    this.#atMs.set(other.#atMs);
    this.#slots.set(other.#slots);
    this.#positions.set(other.#positions);
  }

  clear(): void {
    this.#size = 0;
    this.#positions.fill(0);
  }

  #settle(position: number, slot: number, atMs: number): void {
    const parent = (position - 1) >> 2;
    if (position > 0 && this.#atMs[parent]! > atMs) this.#rise(position, slot, atMs);
    else this.#sink(position, slot, atMs);
  }

  #rise(from: number, slot: number, atMs: number): void {
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 2;
      if (this.#atMs[parent]! <= atMs) break;
      this.#write(position, this.#slots[parent]!, this.#atMs[parent]!);
      position = parent;
    }
    this.#write(position, slot, atMs);
  }

  #sink(from: number, slot: number, atMs: number): void {
    let position = from;
    for (;;) {
      const child = this.#leastChild(position);
      if (child < 0 || this.#atMs[child]! >= atMs) break;
      this.#write(position, this.#slots[child]!, this.#atMs[child]!);
      position = child;
    }
    this.#write(position, slot, atMs);
  }

  #leastChild(position: number): number {
    const first = position * CHILDREN + 1;
    if (first >= this.#size) return -1;
    const end = Math.min(first + CHILDREN, this.#size);
    let least = first;
    for (let child = first + 1; child < end; child++) {
      if (this.#atMs[child]! < this.#atMs[least]!) least = child;
    }
    return least;
  }

  #write(position: number, slot: number, atMs: number): void {
    this.#slots[position] = slot;
    this.#atMs[position] = atMs;
    this.#positions[slot] = position + 1;
  }
}

function grown<Numbers extends Float64Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
