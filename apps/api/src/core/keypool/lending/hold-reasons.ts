import { assertNever } from '../../assert-never';
import type { HoldReason } from '../hold';
import type { WaitReason } from './lease';

/** What a request is told when the first key to return waits for a hold of this reason. */
export function toWaitReason(reason: HoldReason): WaitReason {
  switch (reason) {
    case 'quota_exhausted':
      return 'quota_exhausted';
    case 'tier_unsupported':
    case 'model_not_found':
    case 'model_closed':
    case 'not_entitled':
      return 'not_entitled';
    case 'credits_depleted':
      return 'credits_depleted';
    case 'invalid_key':
    case 'leaked_key':
    case 'project_suspended':
    case 'too_many_failures':
      return 'all_invalid';
    case 'unauthenticated_key':
    case 'misconfigured_key':
    case 'project_quota_zero':
    case 'location_unsupported':
    case 'resource_denied':
    case 'double_credentials':
      return 'refused';
    case 'rate_limited':
    case 'input_tokens_limited':
    case 'spend_limited':
    case 'capacity_exhausted':
    case 'overloaded':
    case 'upstream_failed':
    case 'deadline_exceeded':
    case 'network_failed':
    case 'empty_reply':
    case 'truncated':
    case 'invalid_request':
    case 'signature_rejected':
    case 'client_left':
    case 'ok':
      return 'rate_limited';
    default:
      return assertNever(reason);
  }
}
