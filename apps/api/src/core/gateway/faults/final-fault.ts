import { assertNever } from '../../assert-never';
import { InternalError, type GatewayError } from '../../gateway-error';
import type { NoneReady } from '../../keypool/lending/lease';
import type { Outcome, UpstreamError } from '../../outcome';
import {
  AllKeysLimitedError,
  NoUsableKeyError,
  UpstreamFailureError,
  UpstreamRefusalError,
} from './upstream-faults';

/** What a client is told to wait when nobody knows how long: keys can be added at any time. */
const UNKNOWN_WAIT_MS = 60_000;
const OVERLOAD_WAIT_MS = 5_000;

/** An outcome of an attempt that failed. */
type FailedOutcome = Exclude<Outcome, { kind: 'ok' | 'client_left' }>;

export function isFailed(outcome: Outcome): outcome is FailedOutcome {
  return outcome.kind !== 'ok' && outcome.kind !== 'client_left';
}

/**
 * What the client is told when the last attempt failed and no other one is made.
 * @param waitMs until a key is ready again, where none is
 */
export function faultOfOutcome(outcome: FailedOutcome, waitMs = UNKNOWN_WAIT_MS): GatewayError {
  const { kind, error } = outcome;
  switch (kind) {
    case 'invalid_request':
    case 'signature_rejected':
    case 'resource_denied':
    case 'tier_unsupported':
      return new UpstreamRefusalError(kind, error);
    case 'model_not_found':
    case 'model_closed':
    case 'not_entitled':
      return new UpstreamRefusalError('model_not_found', error, 404);
    case 'invalid_key':
    case 'unauthenticated_key':
    case 'leaked_key':
    case 'project_suspended':
    case 'misconfigured_key':
    case 'project_quota_zero':
      return noUsableKey(error);
    case 'rate_limited':
    case 'quota_exhausted':
    case 'capacity_exhausted':
      return new AllKeysLimitedError(kind, error.message, { upstream: error, retryAfterMs: waitMs });
    case 'input_tokens_limited':
    case 'spend_limited':
      return new AllKeysLimitedError('rate_limited', error.message, {
        upstream: error,
        retryAfterMs: waitMs,
      });
    case 'credits_depleted':
      return new AllKeysLimitedError('insufficient_quota', error.message, {
        upstream: error,
        retryAfterMs: waitMs,
      });
    case 'location_unsupported':
      return new UpstreamFailureError(
        kind,
        503,
        `Google does not serve the address this gateway calls from. ${error.message}`,
      );
    case 'overloaded':
      return upstreamFailure(kind, 503, error, OVERLOAD_WAIT_MS);
    case 'deadline_exceeded':
      return upstreamFailure(kind, 504, error);
    case 'upstream_failed':
    case 'empty_reply':
      return upstreamFailure(kind, 502, error);
    case 'truncated':
      return upstreamFailure(kind, error.status, error);
    case 'network_failed':
      return upstreamFailure('upstream_unreachable', error.status, error);
    case 'double_credentials':
      return new InternalError('The gateway sent upstream two credentials.', { upstream: error });
    default:
      return assertNever(kind);
  }
}

/** What the client is told when upstream says that it was the client who broke off (row 22). */
export function cancelledUpstream(): GatewayError {
  return new UpstreamFailureError('cancelled', 499, 'Upstream cancelled the call.');
}

/** How long a client is told to wait until a key is ready. */
export function waitFor({ nextAtMs }: NoneReady, nowMs: number): number {
  return nextAtMs === undefined ? UNKNOWN_WAIT_MS : Math.max(nextAtMs - nowMs, 1_000);
}

/** What the client is told when no key is ready. `lastError` is what upstream said to this request, if it was asked. */
export function faultOfNoneReady(
  none: NoneReady,
  model: string,
  nowMs: number,
  lastError?: UpstreamError,
): GatewayError {
  const retryAfterMs = waitFor(none, nowMs);
  const options = { retryAfterMs, upstream: lastError };
  switch (none.reason) {
    case 'rate_limited':
      return new AllKeysLimitedError(
        'rate_limited',
        `Every key has reached its limit for ${model}.`,
        options,
      );
    case 'quota_exhausted':
      return new AllKeysLimitedError(
        'quota_exhausted',
        `Every key has used up today's quota for ${model}.`,
        options,
      );
    case 'credits_depleted':
      return new AllKeysLimitedError('insufficient_quota', 'The credits of every key are used up.', options);
    case 'not_entitled':
      return new UpstreamRefusalError('model_not_found', lastError ?? notEntitled(model), 404);
    case 'capacity_exhausted':
      return new AllKeysLimitedError(none.reason, `Upstream has no capacity left for ${model}.`, options);
    case 'model_resting':
      return new UpstreamFailureError('overloaded', 503, `${model} is overloaded upstream.`, options);
    case 'no_keys':
      return new NoUsableKeyError(
        'No upstream key is configured. Add one in the dashboard or in API_KEYS.',
        options,
      );
    case 'all_disabled':
      return new NoUsableKeyError(
        'Every upstream key is switched off. Switch one on in the dashboard.',
        options,
      );
    case 'being_verified':
      return new NoUsableKeyError(
        'Many keys were found dead, and the others are being verified. Try again in a moment.',
        options,
      );
    case 'all_invalid':
    case 'refused':
    case 'all_tried':
      return noUsableKey(lastError, retryAfterMs);
    default:
      return assertNever(none.reason);
  }
}

function upstreamFailure(
  code: string,
  fallbackStatus: number,
  error: UpstreamError,
  retryAfterMs?: number,
): GatewayError {
  const status = error.rpcStatus === undefined ? fallbackStatus : error.status;
  return new UpstreamFailureError(code, status, error.message, { upstream: error, retryAfterMs });
}

/** Upstream's words stay out: they are about our key, and the client's request is fine. */
function noUsableKey(error: UpstreamError | undefined, retryAfterMs = UNKNOWN_WAIT_MS): GatewayError {
  const cause = error === undefined ? '' : ` (${error.rpcStatus ?? error.status})`;
  return new NoUsableKeyError(`Upstream refuses every key${cause}. The dashboard shows why.`, {
    retryAfterMs,
  });
}

function notEntitled(model: string): UpstreamError {
  return { status: 404, rpcStatus: 'NOT_FOUND', message: `None of the keys may use ${model}.`, details: [] };
}
