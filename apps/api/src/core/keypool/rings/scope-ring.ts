import type { HoldState } from '../holding/hold-state';
import { HoldTable } from '../holding/hold-table';
import type { KeySlots } from '../keys/key-slots';
import type { LiveKey } from '../keys/live-key';
import type { Places } from './places';
import { ReadyRing } from './ready-ring';
import { ReturnHeap } from './return-heap';

/** Keys taken back in one turn; more only while no key is ready. */
const RETURNS_PER_TURN = 64;

const NO_GROUPS: ReadonlySet<string> = new Set();

/** One scope: the keys that are ready for it, those that rest with the time of their return, and the holds that say so. */
export class ScopeRing {
  readonly keyHolds: HoldTable;
  readonly projectHolds: HoldTable;
  readonly #ready: ReadyRing;
  readonly #returns: ReturnHeap;
  /** When a request last asked for this scope. */
  lastUsedMs = 0;

  #barred: ReadonlySet<string> = NO_GROUPS;

  /**
   * `everything` is the ring of `*`, whose holds count for this scope too; undefined for that ring itself.
   * `barred` are the groups whose keys are not for this scope.
   */
  constructor(
    private readonly keys: KeySlots,
    places: Places,
    slotCapacity: number,
    private readonly everything?: ScopeRing,
    barred: ReadonlySet<string> = NO_GROUPS,
  ) {
    this.keyHolds = new HoldTable(slotCapacity);
    this.projectHolds = new HoldTable(1);
    this.#ready = new ReadyRing(places);
    this.#returns = new ReturnHeap(slotCapacity);
    if (everything === undefined) return;
    this.#ready.copy(everything.#ready);
    this.#returns.copy(everything.#returns);
    if (barred.size > 0) this.bar(barred, 0);
  }

  /** The groups whose keys are not for this scope. */
  get barred(): ReadonlySet<string> {
    return this.#barred;
  }

  /** From now on keys of these groups, and of no other ones, are not for this scope. */
  bar(barred: ReadonlySet<string>, nowMs: number): void {
    const before = this.#barred;
    this.#barred = barred;
    for (const key of this.keys.all()) {
      if (key.group === undefined || before.has(key.group) === barred.has(key.group)) continue;
      if (barred.has(key.group)) this.withdraw(key.slot);
      else this.refresh(key, nowMs);
    }
  }

  /** Whether the key's group keeps it from this scope. */
  isBarred(key: LiveKey): boolean {
    return key.group !== undefined && this.#barred.has(key.group);
  }

  get readyCount(): number {
    return this.#ready.size;
  }

  get restingCount(): number {
    return this.#returns.size;
  }

  /** The resting key that returns first; undefined where none does by itself. */
  firstToReturn(): LiveKey | undefined {
    for (;;) {
      const slot = this.#returns.firstSlot;
      if (slot < 0) return undefined;
      const key = this.keys.at(slot);
      const atMs = this.readyAtMs(key);
      if (atMs <= this.#returns.firstAtMs) return key;
      this.#moveReturn(slot, atMs);
    }
  }

  /** When the key is ready: a past time for now, `Infinity` for a key that does not return by itself. */
  readyAtMs(key: LiveKey): number {
    return key.isEnabled && !this.isBarred(key) ? this.#heldUntilMs(key) : Infinity;
  }

  /** Of all holds on the key in this scope, the one that ends last. */
  longestHold(key: LiveKey): HoldState | undefined {
    const own = later(this.keyHolds, key.slot, this.projectHolds, key.projectIndex);
    const all = this.everything?.longestHold(key);
    return own === undefined || (all !== undefined && all.untilMs > own.untilMs) ? all : own;
  }

  /** Puts the key among the ready or the resting, as its holds now say. */
  refresh(key: LiveKey, nowMs: number): void {
    const atMs = this.readyAtMs(key);
    if (atMs <= nowMs) {
      this.#returns.delete(key.slot);
      this.#ready.add(key.slot);
      return;
    }
    this.#ready.delete(key.slot);
    this.#moveReturn(key.slot, atMs);
  }

  /**
   * The same after a further hold for everything, which may only delay the key. One that rests already is left where it
   * is: its time is looked at again when it comes, so that the hold costs next to nothing in the rings of all models.
   */
  delay(key: LiveKey, nowMs: number): void {
    if (this.#ready.has(key.slot)) this.refresh(key, nowMs);
  }

  /** Takes back keys whose time has come. Bounded, unless `all` is wanted or no key is ready. */
  takeBack(nowMs: number, all = false): void {
    let left = all ? Infinity : RETURNS_PER_TURN;
    while (this.#returns.firstAtMs <= nowMs && (left-- > 0 || this.#ready.size === 0)) {
      this.refresh(this.keys.at(this.#returns.firstSlot), nowMs);
    }
  }

  /** The next ready slot in turn that is not passed over, or -1. */
  take(isPassedOver?: (slot: number) => boolean): number {
    return this.#ready.take(isPassedOver);
  }

  /** Takes the key out, neither ready nor resting. */
  withdraw(slot: number): void {
    this.#ready.delete(slot);
    this.#returns.delete(slot);
  }

  rebase(nowMs: number): void {
    this.keyHolds.rebase(nowMs);
    this.projectHolds.rebase(nowMs);
  }

  grow(slotCapacity: number): void {
    this.keyHolds.grow(slotCapacity);
    this.#returns.grow(slotCapacity);
  }

  layOut(places: Places): void {
    this.#ready.layOut(places);
  }

  #moveReturn(slot: number, atMs: number): void {
    if (atMs < Infinity) this.#returns.put(slot, atMs);
    else this.#returns.delete(slot);
  }

  #heldUntilMs(key: LiveKey): number {
    const own = this.keyHolds.untilMs(key.slot);
    const shared = key.projectIndex < 0 ? 0 : this.projectHolds.untilMs(key.projectIndex);
    const all = this.everything === undefined ? 0 : this.everything.#heldUntilMs(key);
    return Math.max(own, shared, all);
  }
}

function later(keys: HoldTable, slot: number, projects: HoldTable, project: number): HoldState | undefined {
  const own = keys.untilMs(slot);
  const shared = project < 0 ? 0 : projects.untilMs(project);
  return shared > own ? projects.read(project) : keys.read(slot);
}
