import type { Scope } from '../../gemini/upstream-call';
import type { KeySlots } from '../keys/key-slots';
import type { LiveKey } from '../keys/live-key';
import { GroupLimits, signatureOf } from './group-limits';
import { Places, type Weighted } from './places';
import { ScopeRing } from './scope-ring';

/** Models with a ring of their own. Beyond it the ring that was asked for least recently is given up with its holds. */
const MOST_MODELS = 128;

/**
 * The ring of `*`, which serves every model without holds of its own, and a ring for each model that has some. Where
 * groups of keys are limited to some models, a further ring serves all models that bar the same groups.
 */
export class ScopeRings {
  readonly everything: ScopeRing;
  readonly #models = new Map<Scope, ScopeRing>();
  /** Rings without holds, by the groups they bar. */
  readonly #limited = new Map<string, ScopeRing>();
  #limits = new GroupLimits();
  #places: Places;
  #capacity: number;

  constructor(private readonly keys: KeySlots) {
    this.#capacity = keys.capacity;
    this.#places = new Places([...keys.all()], this.#capacity);
    this.everything = new ScopeRing(this.keys, this.#places, this.#capacity);
  }

  /** The ring that answers for the scope. */
  of(scope: Scope): ScopeRing {
    return this.#models.get(scope) ?? (this.#limits.isEmpty ? this.everything : this.#limitedFor(scope));
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
    const ring = this.#aRing(this.#limits.barredFrom(scope));
    this.#models.set(scope, ring);
    return ring;
  }

  /** The groups whose keys are not for the scope. */
  barredFrom(scope: Scope): ReadonlySet<string> {
    return this.#limits.barredFrom(scope);
  }

  *all(): Generator<[Scope, ScopeRing]> {
    yield ['*', this.everything];
    yield* this.#models;
  }

  /** From now on these limits of groups hold. */
  limit(limits: GroupLimits, nowMs: number): void {
    this.#limits = limits;
    this.#limited.clear();
    for (const [scope, ring] of this.#models) ring.bar(limits.barredFrom(scope), nowMs);
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
    for (const ring of this.#every()) ring.withdraw(key.slot);
    this.#places.remove(key.slot);
    key.weight = weight;
    this.add(key, nowMs);
  }

  remove(key: LiveKey): void {
    for (const ring of this.#every()) {
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
    for (const ring of this.#limited.values()) ring.refresh(key, nowMs);
  }

  /** The same after a further hold, which can only delay the key. */
  delay(key: LiveKey, scope: Scope, nowMs: number): void {
    if (scope !== '*') {
      this.#models.get(scope)?.refresh(key, nowMs);
      return;
    }
    this.everything.refresh(key, nowMs);
    for (const ring of this.#models.values()) ring.delay(key, nowMs);
    for (const ring of this.#limited.values()) ring.delay(key, nowMs);
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
    for (const ring of this.#every()) ring.grow(this.#capacity);
  }

  #layOut(last: LiveKey): void {
    const order: Weighted[] = [];
    for (const slot of this.#places.order()) order.push(this.keys.at(slot));
    this.#places = new Places([...order, last], this.#capacity);
    for (const ring of this.#every()) ring.layOut(this.#places);
  }

  #limitedFor(scope: Scope): ScopeRing {
    const barred = this.#limits.barredFrom(scope);
    if (barred.size === 0) return this.everything;
    const signature = signatureOf(barred);
    const known = this.#limited.get(signature);
    if (known !== undefined) return known;
    const ring = this.#aRing(barred);
    this.#limited.set(signature, ring);
    return ring;
  }

  #aRing(barred: ReadonlySet<string>): ScopeRing {
    return new ScopeRing(this.keys, this.#places, this.#capacity, this.everything, barred);
  }

  *#every(): Generator<ScopeRing> {
    yield this.everything;
    yield* this.#models.values();
    yield* this.#limited.values();
  }

  #giveUpOne(): void {
    let [oldest] = this.#models;
    for (const entry of this.#models) if (entry[1].lastUsedMs < oldest![1].lastUsedMs) oldest = entry;
    this.#models.delete(oldest![0]);
  }
}
