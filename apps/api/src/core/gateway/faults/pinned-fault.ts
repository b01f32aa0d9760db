import { GatewayError } from '../../gateway-error';
import type { NoneReady } from '../../keypool/lending/lease';
import type { UpstreamError } from '../../outcome';
import { faultOfNoneReady, waitFor } from './final-fault';
import { AllKeysLimitedError, NoUsableKeyError } from './upstream-faults';

const NAMED = 'The upstream key that holds what this request names';

/** The key that could reach a resource has left the pool, and the resource with it. */
class ResourceLostError extends GatewayError {
  override readonly name = 'ResourceLostError';
  readonly code = 'resource_lost';
  readonly status = 404;

  constructor() {
    super(`${NAMED} is not in the pool of this gateway any more. Upload or create it again.`);
  }
}

/** What the client is told when the one key that can answer is not ready; no other key is asked. */
export function faultOfPinnedKey(
  none: NoneReady,
  model: string,
  nowMs: number,
  lastError?: UpstreamError,
): GatewayError {
  const retryAfterMs = waitFor(none, nowMs);
  const options = { retryAfterMs, upstream: lastError };
  switch (none.reason) {
    case 'no_keys':
      return new ResourceLostError();
    case 'rate_limited':
    case 'quota_exhausted':
      return new AllKeysLimitedError(none.reason, `${NAMED} has reached its limit and rests.`, options);
    case 'credits_depleted':
      return new AllKeysLimitedError('insufficient_quota', `${NAMED} has used up its credits.`, options);
    case 'all_disabled':
      return new NoUsableKeyError(`${NAMED} is switched off. An administrator can switch it on.`, options);
    case 'all_invalid':
    case 'refused':
    case 'all_tried':
      return new NoUsableKeyError(`${NAMED} is refused by upstream. The dashboard shows why.`, {
        retryAfterMs,
      });
    default:
      return faultOfNoneReady(none, model, nowMs, lastError);
  }
}
