import type { Scope } from '../gemini/upstream-call';
import type { Hold, KeyId } from './hold';
import type { KeyState } from './keys/key-status';
import type { PoolState } from './pool-state';
import { type ModelStanding, modelStandings } from './standing/model-standings';

/** How many keys can be used for a model. */
export interface ScopeCapacity {
  /** `*` for all models that no key rests for by itself. */
  readonly scope: Scope;
  readonly ready: number;
  readonly resting: number;
  /** When the next resting key returns; undefined where none does by itself. */
  readonly nextAtMs: number | undefined;
}

/** Answers about the keys of a pool, each cheap enough to be asked for all of them. */
export class PoolView {
  constructor(
    private readonly state: () => PoolState,
    private readonly nowMs: () => number,
  ) {}

  /** Tells how keys stand at this moment; undefined for a key that is not in the pool. Not to be kept for longer. */
  states(): (id: KeyId) => KeyState | undefined {
    const state = this.state();
    const nowMs = this.nowMs();
    return (id) => {
      const key = state.keys.byId(id);
      return key && state.stateOf(key, nowMs);
    };
  }

  /** Failures in a row; 0 for a key that is not in the pool. */
  failuresOf(id: KeyId): number {
    return this.state().keys.byId(id)?.failures ?? 0;
  }

  /** Leases of the key not yet settled. */
  inFlightOf(id: KeyId): number {
    return this.state().keys.byId(id)?.inFlight ?? 0;
  }

  projectOf(id: KeyId): string | undefined {
    return this.state().keys.byId(id)?.project;
  }

  /** Whether the key, or its project, rests for just this model. */
  restsFor(id: KeyId, model: Scope): boolean {
    const state = this.state();
    const key = state.keys.byId(id);
    return key !== undefined && state.restsFor(key, model, this.nowMs());
  }

  /** The holds in force that concern many keys: those of models, egress proxies and projects. */
  sharedHolds(): Hold[] {
    return [...this.state().book.shared(this.nowMs())];
  }

  /** How many keys are ready that upstream has lately accepted; counted only while the pool is cautious. */
  provenReady(): number {
    const { caution, rings } = this.state();
    return caution.countReady(rings.everything, this.nowMs());
  }

  /** Tells how the keys stand for any model at this moment; cheap for each. Not to be kept for longer. */
  standings(): (model: Scope) => ModelStanding {
    return modelStandings(this.state(), this.nowMs());
  }

  /**
   * Tells when keys can be used for the model, in UTC ms: a past time for at once, `Infinity` for keys that are not for it and
   * for those that do not return by themselves. No ring is made for it. Not to be kept for longer.
   */
  readyTimes(model: Scope): (id: KeyId) => number {
    const { keys, rings, book } = this.state();
    const ring = rings.own(model) ?? rings.everything;
    const barred = rings.barredFrom(model);
    const modelAtMs = book.models.present(model, this.nowMs())?.untilMs ?? 0;
    return (id) => {
      const key = keys.byId(id);
      if (key === undefined || (key.group !== undefined && barred.has(key.group))) return Infinity;
      return Math.max(modelAtMs, ring.readyAtMs(key));
    };
  }

  /** How many keys rest, by themselves or with their project, for just this model. Looks at every key if any does. */
  restingForJust(model: Scope): number {
    const state = this.state();
    if (model === '*' || state.rings.own(model) === undefined) return 0;
    const nowMs = this.nowMs();
    let count = 0;
    for (const key of state.keys.all()) if (state.restsFor(key, model, nowMs)) count++;
    return count;
  }

  /** What the keys can do for each model that some of them rest for, and for all others. */
  capacity(): ScopeCapacity[] {
    const nowMs = this.nowMs();
    return [...this.state().rings.all()].map(([scope, ring]) => {
      ring.takeBack(nowMs, true);
      const next = ring.firstToReturn();
      return {
        scope,
        ready: ring.readyCount,
        resting: ring.restingCount,
        nextAtMs: next && ring.readyAtMs(next),
      };
    });
  }
}
