import type { Clock } from '../clock';
import type { Scope } from '../gemini/upstream-call';
import type { RandomFn } from '../ids';
import type { Outcome } from '../outcome';
import type { Hold, HoldSubject, KeyId } from './hold';
import type { HoldPolicy } from './hold-policy';
import { Consequences } from './holding/consequences';
import type { KeyPoolListener } from './key-pool-listener';
import type { KeyStatus, PoolSnapshot, PoolTotals, PoolVerification } from './keys/key-status';
import type { LiveKey } from './keys/live-key';
import type { PoolKey } from './keys/pool-key';
import { type CautionPolicy, NO_CAUTION } from './lending/caution';
import { KeyLease } from './lending/key-lease';
import type { Lease, NoneReady, SettleFacts } from './lending/lease';
import { none, whyModelRests, whyNoneReady, whyNotReady } from './none-ready';
import { PoolState } from './pool-state';
import { PoolView } from './pool-view';
import { GroupLimits, type ModelsByGroup } from './rings/group-limits';
import type { ScopeRing } from './rings/scope-ring';
import { SteadyClock } from './time/steady-clock';

export { isLease, type Lease, type NoneReady } from './lending/lease';
export type { PoolKey } from './keys/pool-key';

/** What a request is told to wait where no verified key is ready. */
const VERIFIED_WITHIN_MS = 2_000;
const NO_KEYS: ReadonlySet<KeyId> = new Set();
const DEAF: KeyPoolListener = { held() {}, released() {}, failuresChanged() {}, projectLearnt() {} };

/**
 * All keys of one kind with their live state. Lends the next ready key in turn, learns from what attempts prove, and
 * knows when a resting key is back. Synchronous and in memory; its cost does not grow with the number of keys.
 */
export class KeyPool {
  /** What can be asked of each of many keys. */
  readonly view = new PoolView(
    () => this.#state,
    () => this.#clock.nowMs(),
  );
  readonly #clock: SteadyClock;
  readonly #consequences: Consequences;
  #state: PoolState;
  #inFlight = 0;
  #limits = new GroupLimits();

  constructor(
    clock: Clock,
    random: RandomFn,
    policy: () => HoldPolicy,
    private readonly listener: KeyPoolListener = DEAF,
    private readonly caution: () => CautionPolicy = () => NO_CAUTION,
  ) {
    this.#clock = new SteadyClock(clock, (nowMs) => this.#state.book.rebase(nowMs));
    this.#consequences = new Consequences(random, policy, listener);
    this.#state = this.#aState([]);
  }

  /** Leases not yet settled. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Replaces all keys and holds. Holds of unknown keys and holds that have ended are ignored. Tells nobody. */
  load(keys: readonly PoolKey[], holds: readonly Hold[]): void {
    this.#state = this.#aState(keys);
    this.apply(holds);
  }

  /** Adds a key, or changes what an administrator may change of it; its failures and holds then stay as they are. */
  put(key: PoolKey): void {
    this.#state.put(key, this.#clock.nowMs());
  }

  /** Forgets the key and its holds. Its leases may still be settled, without effect on any other key. */
  remove(id: KeyId): void {
    this.#state.remove(id);
  }

  /** Lends the next key in turn that is ready for the scope and was not tried yet. */
  acquire(scope: Scope, tried: ReadonlySet<KeyId> = NO_KEYS): Lease | NoneReady {
    const { keys, rings, book, caution } = this.#state;
    const nowMs = this.#clock.nowMs();
    const resting = book.models.present(scope, nowMs);
    if (resting !== undefined) return whyModelRests(resting);
    const ring = rings.of(scope);
    ring.lastUsedMs = nowMs;
    ring.takeBack(nowMs);
    if (caution.isOn) return this.#acquireProven(scope, ring, tried, nowMs);
    const slot = ring.take(tried.size === 0 ? undefined : (slot) => tried.has(keys.at(slot).id));
    return slot < 0 ? whyNoneReady(keys, ring) : this.#lend(keys.at(slot), scope, nowMs);
  }

  /** Lends one certain key, if it is ready: for calls about a resource that the key owns. */
  acquireById(id: KeyId, scope: Scope): Lease | NoneReady {
    const { keys, rings, book } = this.#state;
    const nowMs = this.#clock.nowMs();
    const key = keys.byId(id);
    if (key === undefined) return none('no_keys');
    const resting = book.models.present(scope, nowMs);
    if (resting !== undefined) return whyModelRests(resting);
    const ring = rings.of(scope);
    return ring.readyAtMs(key) <= nowMs ? this.#lend(key, scope, nowMs) : whyNotReady(key, ring);
  }

  /** Lends one certain key whatever its state: for a probe, whose success lifts its holds. Undefined if it is unknown. */
  acquireForProbe(id: KeyId, scope: Scope): Lease | undefined {
    const key = this.#state.keys.byId(id);
    return key && this.#lend(key, scope, this.#clock.nowMs());
  }

  /** Enters holds that were found elsewhere, such as in the database. Tells nobody. */
  apply(holds: readonly Hold[]): void {
    const nowMs = this.#clock.nowMs();
    for (const hold of holds) this.#state.book.put(hold, nowMs);
  }

  /** An administrator's reset: lifts all holds of the key and of its project, and forgets its failures. */
  release(id: KeyId): void {
    const key = this.#state.keys.byId(id);
    if (key === undefined) return;
    const nowMs = this.#clock.nowMs();
    const subjects: HoldSubject[] = [{ kind: 'key', id }];
    if (key.project !== undefined) subjects.push({ kind: 'project', id: key.project });
    for (const subject of subjects) {
      if (this.#state.book.liftAll(subject, nowMs)) this.listener.released(subject, undefined);
    }
    this.#consequences.setFailures(key, 0);
  }

  /** Lets something rest that was found out without a lease, such as an egress proxy that does not answer. */
  rest(hold: Hold): void {
    if (this.#state.book.put(hold, this.#clock.nowMs())) this.listener.held(hold);
  }

  /** An administrator's word that a model, a project or an egress proxy rests no more. False where it did not rest. */
  lift(subject: HoldSubject): boolean {
    const isLifted = this.#state.book.liftAll(subject, this.#clock.nowMs());
    if (isLifted) this.listener.released(subject, undefined);
    return isLifted;
  }

  /** Takes over what another process lifted. Tells nobody. @param scope undefined for all holds of the subject */
  takeOverLift(subject: HoldSubject, scope: Scope | undefined): void {
    this.#state.book.liftAll(subject, this.#clock.nowMs(), scope);
  }

  /** Takes over what another process counted. Tells nobody. */
  takeOverFailures(id: KeyId, failures: number): void {
    const key = this.#state.keys.byId(id);
    if (key !== undefined) key.failures = failures;
  }

  /** From now on keys of these groups are used for these models only. */
  limitGroups(models: ModelsByGroup): void {
    this.#limits = new GroupLimits(models);
    this.#state.rings.limit(this.#limits, this.#clock.nowMs());
  }

  /** Notes which project owns the key; from now on it shares the project's holds. */
  setProject(id: KeyId, project: string): void {
    const key = this.#state.keys.byId(id);
    if (key === undefined || key.project === project) return;
    this.#state.setProject(key, project, this.#clock.nowMs());
    this.listener.projectLearnt(id, project);
  }

  /** How the key stands; undefined for a key that is not in the pool. */
  stateOf(id: KeyId): KeyStatus | undefined {
    const key = this.#state.keys.byId(id);
    return key && this.#state.statusOf(key, this.#clock.nowMs());
  }

  /** Whether only keys are lent that upstream has lately accepted, because many others turned out dead. */
  get isCautious(): boolean {
    return this.#state.caution.isOn;
  }

  /** How the verification of keys stands. @param atMost how many keys to name that are to be verified */
  verification(atMost: number): PoolVerification {
    const { caution, keys, rings } = this.#state;
    const nowMs = this.#clock.nowMs();
    const { everything } = rings;
    return {
      provenReady: caution.countReady(everything, nowMs),
      isStarving: caution.takeStarving(),
      unproven: caution.unproven(keys.all(), everything, atMost, nowMs).map(({ id }) => id),
    };
  }

  /** Lends every ready key again: the others have been verified, or turned out good. */
  endCaution(): void {
    this.#state.caution.end();
  }

  /** How many keys stand in each state. Does not count: cheap enough to be polled. */
  totals(): PoolTotals {
    return this.#state.totals(this.#clock.nowMs());
  }

  /** Every hold in force. */
  holds(): Hold[] {
    return [...this.#state.book.all(this.#clock.nowMs())];
  }

  /** When the egress proxy may be used again; undefined where it does not rest. */
  egressRestsUntilMs(egressId: string): number | undefined {
    return this.#state.book.egresses.present(egressId, this.#clock.nowMs())?.untilMs;
  }

  /** How many keys are ready for the scope, of how many that there are. Does not count. */
  standing(scope: Scope): { readonly ready: number; readonly total: number } {
    return { ready: this.#state.rings.of(scope).readyCount, total: this.totals().total };
  }

  snapshot(): PoolSnapshot {
    return { totals: this.totals(), inFlight: this.#inFlight, holds: this.holds() };
  }

  #acquireProven(scope: Scope, ring: ScopeRing, tried: ReadonlySet<KeyId>, nowMs: number): Lease | NoneReady {
    const { caution, keys } = this.#state;
    const { key, isWorthWaiting } = caution.take(ring, ({ id }) => tried.has(id), nowMs);
    if (key !== undefined) return this.#lend(key, scope, nowMs);
    return isWorthWaiting ? none('being_verified', nowMs + VERIFIED_WITHIN_MS) : whyNoneReady(keys, ring);
  }

  #aState(keys: readonly PoolKey[]): PoolState {
    return new PoolState(keys, this.#limits, this.caution, this.#clock.nowMs());
  }

  #lend(key: LiveKey, scope: Scope, nowMs: number): Lease {
    key.inFlight++;
    this.#inFlight++;
    return new KeyLease(key, scope, nowMs, this.#settle);
  }

  readonly #settle = (lease: KeyLease, outcome: Outcome, facts: SettleFacts): void => {
    lease.key.inFlight--;
    this.#inFlight--;
    if (!this.#state.keys.holds(lease.key)) return;
    const nowMs = this.#clock.nowMs();
    if (outcome.kind === 'ok') this.#consequences.heal(this.#state, lease, facts, nowMs);
    else this.#consequences.charge(this.#state, lease, outcome, facts, nowMs);
  };
}
