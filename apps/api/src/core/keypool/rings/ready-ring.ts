import type { Places } from './places';
import { ReadyBits } from './ready-bits';

/**
 * The keys that are ready for one scope, lent in turn. A key that leaves and returns takes up its old place, so the
 * order of the others is never disturbed. Every step costs the same at ten keys and at a hundred thousand.
 */
export class ReadyRing {
  #places: Places;
  #bits: ReadyBits;
  /** The place at which the next search starts. */
  #cursor = 0;
  #size = 0;

  constructor(places: Places) {
    this.#places = places;
    this.#bits = new ReadyBits(places.capacity);
  }

  /** How many keys are ready. */
  get size(): number {
    return this.#size;
  }

  has(slot: number): boolean {
    const first = this.#places.firstOf(slot);
    return first >= 0 && this.#bits.has(first);
  }

  add(slot: number): void {
    if (this.has(slot)) return;
    this.#size++;
    for (let place = this.#places.firstOf(slot); place >= 0; place = this.#places.after(place))
      this.#bits.add(place);
  }

  delete(slot: number): void {
    if (!this.has(slot)) return;
    this.#size--;
    for (let place = this.#places.firstOf(slot); place >= 0; place = this.#places.after(place))
      this.#bits.delete(place);
  }

  /** The next slot in turn that is not passed over, or -1. A slot passed over loses its turn. */
  take(isPassedOver?: (slot: number) => boolean): number {
    const start = this.#search(this.#cursor);
    for (let place = start; place >= 0;) {
      const slot = this.#places.slotAt(place);
      if (!isPassedOver?.(slot)) {
        this.#cursor = place + 1;
        return slot;
      }
      place = this.#search(place + 1);
      if (place === start) return -1;
    }
    return -1;
  }

  /** Makes this ring equal to another one of the same places. */
  copy(other: ReadyRing): void {
    this.#bits.copy(other.#bits);
    this.#cursor = other.#cursor;
    this.#size = other.#size;
  }

  /** Moves to a new layout; the same keys are ready, and the turn stays where it was. */
  layOut(places: Places): void {
    const bits = new ReadyBits(places.capacity);
    for (const slot of places.order()) {
      if (!this.has(slot)) continue;
      for (let place = places.firstOf(slot); place >= 0; place = places.after(place)) bits.add(place);
    }
    const next = this.#search(this.#cursor);
    this.#cursor = next < 0 ? 0 : places.firstOf(this.#places.slotAt(next));
    this.#bits = bits;
    this.#places = places;
  }

  #search(from: number): number {
    const place = this.#bits.nextFrom(from);
    return place >= 0 ? place : this.#bits.nextFrom(0);
  }
}
