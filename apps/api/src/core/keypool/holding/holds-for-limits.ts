import type { Scope } from '../../gemini/upstream-call';
import type { OutcomeOf } from '../../outcome';
import type { Hold, HoldReason } from '../hold';
import { REST } from '../hold-policy';
import { nextPacificMidnight } from '../time/pacific-midnight';
import type { Given } from './given';
import { askedRest, backOffMs, strike } from './strike';
import { ownerOf } from './subject-of';

/** Row 14: the delay that upstream asks for, within reason; without one a rest that doubles. */
export function holdsForRateLimit(outcome: OutcomeOf<'rate_limited'>, given: Given): readonly Hold[] {
  const { facts, standing, policy } = given;
  const fault = { subject: ownerOf(facts), scope: facts.scope, reason: outcome.kind };
  if (outcome.retryAfterMs !== undefined) {
    const { leastMs, mostMs } = REST.retryAfter;
    return askedRest(fault, facts, standing, Math.min(Math.max(outcome.retryAfterMs, leastMs), mostMs));
  }
  const backOff = { firstMs: policy.cooldownMs, longestMs: policy.cooldownMaxMs };
  return strike(fault, facts, standing, (strikes) => backOffMs(backOff, strikes));
}

/** Row 15: until the quota starts anew. What upstream says about waiting is misleading here. */
export function holdsForDailyQuota(given: Given): readonly Hold[] {
  const { nowMs, scope } = given.facts;
  const jitterMs = Math.floor(given.random() * REST.midnightJitterMs);
  return restOwner('quota_exhausted', scope, nextPacificMidnight(nowMs) + jitterMs - nowMs, given);
}

/** Rows 16 and 20, and whatever else rests the owner of a limit for a fixed time. */
export function restOwner(
  reason: HoldReason,
  scope: Scope,
  restMs: number,
  { facts, standing }: Given,
): readonly Hold[] {
  return strike({ subject: ownerOf(facts), scope, reason }, facts, standing, () => restMs);
}
