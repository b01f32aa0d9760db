import type { Given } from './given';
import type { Hold, HoldReason, HoldSubject } from '../hold';
import { REST } from '../hold-policy';
import { backOffMs, strike } from './strike';
import { keyOf, ownerOf } from './subject-of';

/** Rows 1, 4 and 5, and a key with too many failures: invalid until a probe succeeds. */
export function forGood(
  reason: HoldReason,
  subject: HoldSubject,
  { facts, standing }: Given,
): readonly Hold[] {
  return strike({ subject, scope: '*', reason }, facts, standing, () => Infinity);
}

type FaultKind = 'unauthenticated_key' | 'misconfigured_key' | 'project_quota_zero' | 'credits_depleted';

/** Rows 2, 6, 18 and 19: the key, or the project whose credits are gone, rests for everything. */
export function holdsForFault(kind: FaultKind, { facts, standing }: Given): readonly Hold[] {
  const subject = kind === 'credits_depleted' ? ownerOf(facts) : keyOf(facts);
  return strike({ subject, scope: '*', reason: kind }, facts, standing, (strikes) =>
    kind === 'project_quota_zero' ? REST.unsupportedMs : backOffMs(REST.fault, strikes),
  );
}

type UnsupportedKind = 'model_not_found' | 'tier_unsupported' | 'model_closed' | 'not_entitled';

/** Rows 9, 12, 13 and 17: one model is not for this key. A model that the key does not list is the client's mistake. */
export function holdsForUnsupported(kind: UnsupportedKind, { facts, standing }: Given): readonly Hold[] {
  const isMissing = kind === 'model_not_found';
  if (facts.scope === '*' || (isMissing && !facts.isModelListed)) return [];
  const subject = isMissing ? keyOf(facts) : ownerOf(facts);
  return strike({ subject, scope: facts.scope, reason: kind }, facts, standing, () => REST.unsupportedMs);
}
