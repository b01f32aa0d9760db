import type { Scope } from '../../gemini/upstream-call';
import type { HoldReason } from '../hold';
import type { PoolState } from '../pool-state';
import type { ScopeRing } from '../rings/scope-ring';
import { GroupTally, type KeyTally } from './group-tally';

/** How the keys of a pool stand for one model. Every key is counted once. */
export interface ModelStanding {
  readonly ready: number;
  readonly resting: number;
  /** Enabled keys that do not return by themselves. */
  readonly invalid: number;
  readonly disabled: number;
  /** Enabled keys whose group is for other models, whatever their state. */
  readonly barred: number;
  /** The groups that are for other models. */
  readonly barredGroups: readonly string[];
  readonly total: number;
  /** When the first resting key returns, in UTC ms; undefined where none does by itself. */
  readonly nextAtMs: number | undefined;
  /** Why, and until when, nobody may use the model, whatever its keys do. */
  readonly rest: { readonly untilMs: number; readonly reason: HoldReason } | undefined;
}

/**
 * Tells how the keys stand for any model at this moment. Every key is looked at once for all models together, and that only
 * where groups are limited to some. No ring is made for a model that nobody asked for. Not to be kept for longer.
 */
export function modelStandings(state: PoolState, nowMs: number): (model: Scope) => ModelStanding {
  const { total, disabled } = state.totals(nowMs);
  let tally: GroupTally | undefined;
  return (model) => {
    const barredGroups = state.rings.barredFrom(model);
    if (barredGroups.size > 0) tally ??= new GroupTally(state, nowMs);
    const isBarred = (group: string | undefined): boolean => group !== undefined && barredGroups.has(group);
    const out = tally?.sum(isBarred);
    const barred = out === undefined ? 0 : out.ready + out.resting + out.invalid;
    const ring = state.rings.own(model) ?? (barred === 0 ? state.rings.everything : undefined);
    const { ready, resting, nextAtMs } = ring
      ? standingIn(ring, nowMs)
      : tally!.sum((group) => !isBarred(group));
    const hold = state.book.models.present(model, nowMs);
    return {
      ready,
      resting,
      invalid: total - disabled - barred - ready - resting,
      disabled,
      barred,
      barredGroups: [...barredGroups],
      total,
      nextAtMs: nextAtMs < Infinity ? nextAtMs : undefined,
      rest: hold && { untilMs: hold.untilMs, reason: hold.reason },
    };
  };
}

function standingIn(ring: ScopeRing, nowMs: number): Omit<KeyTally, 'invalid'> {
  ring.takeBack(nowMs, true);
  const next = ring.firstToReturn();
  return {
    ready: ring.readyCount,
    resting: ring.restingCount,
    nextAtMs: next === undefined ? Infinity : ring.readyAtMs(next),
  };
}
