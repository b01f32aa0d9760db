import type { Scope } from '../gemini/upstream-call';
import type { KeySlots } from './key-slots';
import type { LiveKey } from './live-key';
import { Places, type Weighted } from './places';
import { ScopeRing } from './scope-ring';

/** Models with a ring of their own. Beyond it the ring that was asked for least recently is given up with its holds. */
const MOST_MODELS = 128;

/** The ring of `*`, which serves every model without holds of its own, and a ring for each model that has some. */
export class ScopeRings {
  readonly everything: ScopeRing;
  readonly #models = new Map<Scope, ScopeRing>();
  #places: Places;
  #capacity: number;

  constructor(private readonly keys: KeySlots) {
    this.#capacity = keys.capacity;
    this.#places = new Places([...keys.all()], this.#capacity);
    this.everything = new ScopeRing(this.keys, this.#places, this.#capacity);
  }

  /** The ring that answers for the scope. */
  of(scope: Scope): ScopeRing {
    return this.#models.get(scope) ?? this.everything;
  }

  /** The ring in which the scope's own holds stand; undefined where it has none. */
  own(scope: Scope): ScopeRing | undefined {
    return scope === '*' ? this.everything : this.#models.get(scope);
  }

  /** The same, made where it is missing. */
  ownOrNew(scope: Scope): ScopeRing {
    const known = this.own(scope);
    if (known !== undefined) return known;
    if (this.#models.size >= MOST_MODELS) this.#giveUpOne();
    const ring = new ScopeRing(this.keys, this.#places, this.#capacity, this.everything);
    this.#models.set(scope, ring);
    return ring;
  }

  *all(): Generator<[Scope, ScopeRing]> {
    yield ['*', this.everything];
    yield* this.#models;
  }

  /** Gives the key its places. */
  add(key: LiveKey, nowMs: number): void {
    this.#grow();
    if (this.#places.fits(key.weight)) this.#places.add(key);
    else this.#layOut(key);
    this.refresh(key, '*', nowMs);
  }

  /** Gives the key another number of places. */
  reweigh(key: LiveKey, weight: number, nowMs: number): void {
    for (const [, ring] of this.all()) ring.withdraw(key.slot);
    this.#places.remove(key.slot);
    key.weight = weight;
    this.add(key, nowMs);
  }

  remove(key: LiveKey): void {
    for (const [, ring] of this.all()) {
      ring.withdraw(key.slot);
      ring.keyHolds.clear(key.slot);
    }
    this.#places.remove(key.slot);
  }

  /** Puts the key where its holds now say: in the ring of one model, or in every ring. */
  refresh(key: LiveKey, scope: Scope, nowMs: number): void {
    if (scope !== '*') {
      this.#models.get(scope)?.refresh(key, nowMs);
      return;
    }
    this.everything.refresh(key, nowMs);
    for (const ring of this.#models.values()) ring.refresh(key, nowMs);
  }

  /** The same after a further hold, which can only delay the key. */
  delay(key: LiveKey, scope: Scope, nowMs: number): void {
    if (scope !== '*') {
      this.#models.get(scope)?.refresh(key, nowMs);
      return;
    }
    this.everything.refresh(key, nowMs);
    for (const ring of this.#models.values()) ring.delay(key, nowMs);
  }

  /** After the clock was put back: no hold lasts longer than it was meant to. */
  rebase(nowMs: number): void {
    for (const [, ring] of this.all()) ring.rebase(nowMs);
    for (const key of this.keys.all()) this.refresh(key, '*', nowMs);
  }

  #grow(): void {
    if (this.#capacity >= this.keys.capacity) return;
    this.#capacity = this.keys.capacity;
    this.#places.grow(this.#capacity);
    for (const [, ring] of this.all()) ring.grow(this.#capacity);
  }

  #layOut(last: LiveKey): void {
    const order: Weighted[] = [];
    for (const slot of this.#places.order()) order.push(this.keys.at(slot));
    this.#places = new Places([...order, last], this.#capacity);
    for (const [, ring] of this.all()) ring.layOut(this.#places);
  }

  #giveUpOne(): void {
    let [oldest] = this.#models;
    for (const entry of this.#models) if (entry[1].lastUsedMs < oldest![1].lastUsedMs) oldest = entry;
    this.#models.delete(oldest![0]);
  }
}
