import { assertNever } from '../../assert-never';
import type { Outcome } from '../../outcome';
import { failuresAfter } from './failures-after';
import type { Given } from './given';
import type { Hold } from '../hold';
import { forGood, holdsForFault, holdsForUnsupported } from './holds-for-faults';
import { holdsForDailyQuota, holdsForRateLimit, restOwner } from './holds-for-limits';
import {
  holdsForCapacity,
  holdsForEgress,
  holdsForNetwork,
  holdsForOverload,
} from './holds-for-shared-trouble';
import { REST } from '../hold-policy';
import { keyOf, ownerOf } from './subject-of';

const NONE: readonly Hold[] = [];

/**
 * What rests after an attempt, for how long, and why: the classification table in docs/protocol-notes.md.
 * Only what is the fault of a key, a project, a model or an egress proxy holds it; a client's mistake holds nobody.
 */
export function holdsFor(outcome: Outcome, given: Given): readonly Hold[] {
  const holds = ownHolds(outcome, given);
  const failures = failuresAfter(outcome.kind, given);
  if (failures === given.standing.failures || failures < given.policy.maxFailures) return holds;
  return [...holds, ...forGood('too_many_failures', keyOf(given.facts), given)];
}

function ownHolds(outcome: Outcome, given: Given): readonly Hold[] {
  const { kind } = outcome;
  switch (kind) {
    case 'invalid_key':
    case 'leaked_key':
      return forGood(kind, keyOf(given.facts), given);
    case 'project_suspended':
      return forGood(kind, ownerOf(given.facts), given);
    case 'unauthenticated_key':
    case 'misconfigured_key':
    case 'project_quota_zero':
    case 'credits_depleted':
      return holdsForFault(kind, given);
    case 'model_not_found':
    case 'tier_unsupported':
    case 'model_closed':
    case 'not_entitled':
      return holdsForUnsupported(kind, given);
    case 'rate_limited':
      return holdsForRateLimit(outcome, given);
    case 'quota_exhausted':
      return holdsForDailyQuota(given);
    case 'input_tokens_limited':
      return restOwner(kind, given.facts.scope, REST.inputTokensMs, given);
    case 'spend_limited':
      return restOwner(kind, '*', REST.spendMs, given);
    case 'capacity_exhausted':
      return holdsForCapacity(given);
    case 'overloaded':
      return holdsForOverload(given);
    case 'location_unsupported':
      return holdsForEgress(kind, given);
    case 'network_failed':
      return holdsForNetwork(outcome, given);
    case 'ok':
    case 'client_left':
    case 'double_credentials':
    case 'resource_denied':
    case 'invalid_request':
    case 'signature_rejected':
    case 'upstream_failed':
    case 'deadline_exceeded':
    case 'empty_reply':
    case 'truncated':
      return NONE;
    default:
      return assertNever(kind);
  }
}
