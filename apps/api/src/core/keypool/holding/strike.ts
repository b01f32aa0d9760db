import type { Scope } from '../../gemini/upstream-call';
import type { AttemptFacts, Hold, HoldReason, HoldSubject } from '../hold';
import { STRIKE_MEMORY_MS, type BackOff } from '../hold-policy';
import type { HoldState } from './hold-state';
import type { Standing } from './standing';

/** What a fault rests, and why. */
export interface Fault {
  readonly subject: HoldSubject;
  readonly scope: Scope;
  readonly reason: HoldReason;
}

/** How long a rest lasts at this many strikes, in milliseconds. */
export function backOffMs({ firstMs, longestMs }: BackOff, strikes: number): number {
  return Math.min(firstMs * 2 ** (strikes - 1), longestMs);
}

/**
 * The hold that a fault earns, or none where a present hold says it already: attempts that were under way when the
 * subject was held prove nothing new, so fifty of them are one strike.
 */
export function strike(
  fault: Fault,
  facts: AttemptFacts,
  standing: Standing,
  restMs: (strikes: number) => number,
): readonly Hold[] {
  const { nowMs } = facts;
  const prior = remembered(fault, nowMs, standing);
  if (prior !== undefined && facts.startedAtMs <= prior.sinceMs) return [];
  const strikes = prior === undefined ? 1 : prior.strikes + 1;
  return [toHold(fault, nowMs, nowMs + restMs(strikes), strikes)];
}

/** The same for a rest that upstream itself asked for: the latest time it named holds, though it is no further strike. */
export function askedRest(
  fault: Fault,
  facts: AttemptFacts,
  standing: Standing,
  askedMs: number,
): readonly Hold[] {
  const untilMs = facts.nowMs + askedMs;
  const prior = remembered(fault, facts.nowMs, standing);
  if (prior === undefined || facts.startedAtMs > prior.sinceMs)
    return strike(fault, facts, standing, () => askedMs);
  return untilMs > prior.untilMs ? [toHold(fault, prior.sinceMs, untilMs, prior.strikes)] : [];
}

function toHold({ subject, scope, reason }: Fault, sinceMs: number, untilMs: number, strikes: number): Hold {
  return { subject, scope, sinceMs, untilMs, reason, strikes };
}

function remembered(
  { subject, scope, reason }: Fault,
  nowMs: number,
  standing: Standing,
): HoldState | undefined {
  const prior = standing.prior(subject, scope);
  if (prior === undefined || prior.reason !== reason) return undefined;
  const memoryMs = Math.max(STRIKE_MEMORY_MS, 2 * (prior.untilMs - prior.sinceMs));
  return nowMs > prior.untilMs + memoryMs ? undefined : prior;
}
