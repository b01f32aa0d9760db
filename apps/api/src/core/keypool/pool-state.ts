import type { KeyId } from './hold';
import { HoldBook } from './holding/hold-book';
import { ModelTrouble } from './holding/model-trouble';
import { KeySlots, placesFor } from './keys/key-slots';
import type { KeyState, KeyStatus, PoolTotals } from './keys/key-status';
import type { LiveKey } from './keys/live-key';
import type { PoolKey } from './keys/pool-key';
import { Projects } from './keys/projects';
import { Caution, type CautionPolicy } from './lending/caution';
import type { GroupLimits } from './rings/group-limits';
import { ScopeRings } from './rings/scope-rings';

/** The keys of a pool with everything that is known of them; replaced whole when the pool is loaded. */
export class PoolState {
  readonly keys = new KeySlots();
  readonly projects = new Projects();
  readonly trouble = new ModelTrouble();
  readonly rings: ScopeRings;
  readonly book: HoldBook;
  readonly caution: Caution;

  constructor(keys: readonly PoolKey[], limits: GroupLimits, caution: () => CautionPolicy, nowMs: number) {
    this.caution = new Caution(caution);
    for (const key of keys) this.#join(this.keys.add(key), key.project);
    this.rings = new ScopeRings(this.keys);
    this.book = new HoldBook(this.keys, this.projects, this.rings);
    this.rings.limit(limits, nowMs);
    for (const key of this.keys.all()) this.rings.refresh(key, '*', nowMs);
  }

  /** Adds a key, or changes what an administrator may change of it. */
  put(key: PoolKey, nowMs: number): void {
    const known = this.keys.byId(key.id);
    if (known !== undefined) {
      this.#change(known, key, nowMs);
      return;
    }
    const added = this.keys.add(key);
    this.#join(added, key.project);
    this.rings.add(added, nowMs);
  }

  remove(id: KeyId): void {
    const key = this.keys.byId(id);
    if (key === undefined) return;
    this.projects.leave(key.projectIndex, key.slot);
    this.rings.remove(key);
    this.caution.forget(key);
    this.keys.remove(key);
  }

  /** Moves the key to its project, whose holds it then shares. */
  setProject(key: LiveKey, project: string | undefined, nowMs: number): void {
    this.#join(key, project);
    this.rings.refresh(key, '*', nowMs);
  }

  /** Cheaper than the whole status. */
  stateOf(key: LiveKey, nowMs: number): KeyState {
    const atMs = this.rings.everything.readyAtMs(key);
    if (!key.isEnabled) return 'disabled';
    if (atMs === Infinity) return 'invalid';
    return atMs <= nowMs ? 'ready' : 'resting';
  }

  statusOf(key: LiveKey, nowMs: number): KeyStatus {
    const { failures, inFlight, project } = key;
    return {
      state: this.stateOf(key, nowMs),
      holds: [...this.book.of(key, nowMs)],
      failures,
      inFlight,
      project,
    };
  }

  /** Whether the key, or its project, rests for just this model. */
  restsFor(key: LiveKey, model: string, nowMs: number): boolean {
    const ring = this.rings.own(model);
    if (ring === undefined || model === '*') return false;
    const shared = key.projectIndex < 0 ? 0 : ring.projectHolds.untilMs(key.projectIndex);
    return Math.max(ring.keyHolds.untilMs(key.slot), shared) > nowMs;
  }

  totals(nowMs: number): PoolTotals {
    const { everything } = this.rings;
    everything.takeBack(nowMs, true);
    const { total, disabled } = this.keys;
    const { readyCount: ready, restingCount: resting } = everything;
    return { ready, resting, invalid: total - disabled - ready - resting, disabled, total };
  }

  #change(known: LiveKey, key: PoolKey, nowMs: number): void {
    known.secret = key.secret;
    known.fingerprint = key.fingerprint;
    known.group = key.group;
    this.keys.setEnabled(known, key.isEnabled);
    this.setProject(known, key.project, nowMs);
    const weight = placesFor(key.weight);
    if (weight !== known.weight) this.rings.reweigh(known, weight, nowMs);
  }

  #join(key: LiveKey, project: string | undefined): void {
    if (project === key.project) return;
    this.projects.leave(key.projectIndex, key.slot);
    key.project = project;
    key.projectIndex = project === undefined ? -1 : this.projects.indexOf(project);
    this.projects.join(key.projectIndex, key.slot);
  }
}
