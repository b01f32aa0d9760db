import type { Hold, HoldSubject } from '../hold';
import type { Scope } from '../../gemini/upstream-call';

/** The part of a hold that is remembered for a subject and scope, also for a while after it has ended. */
export type HoldState = Pick<Hold, 'sinceMs' | 'untilMs' | 'reason' | 'strikes'>;

/** Whether a new hold replaces the present one. Of two that never end, the one that came first stays. */
export function outlasts(hold: HoldState, present: HoldState | undefined, nowMs: number): boolean {
  if (present === undefined || present.untilMs <= nowMs || hold.untilMs > present.untilMs) return true;
  return hold.untilMs === present.untilMs && hold.reason === present.reason;
}

/** The hold from now on, as long as it was: for one that starts in the future, after the clock was put back. */
export function startingNow<State extends HoldState>(hold: State, nowMs: number): State {
  return { ...hold, sinceMs: nowMs, untilMs: hold.untilMs - hold.sinceMs + nowMs };
}

/** The hold itself if it is in force, else nothing. */
export function inForce(
  subject: HoldSubject,
  scope: Scope,
  state: HoldState | undefined,
  nowMs: number,
): readonly Hold[] {
  return state !== undefined && state.untilMs > nowMs ? [{ subject, scope, ...state }] : [];
}
