import type { Outcome } from '../../outcome';
import type { Secret } from '../../secret';
import type { KeyId } from '../hold';

/** What else is known about an attempt when it ends. */
export interface SettleFacts {
  /** The egress proxy used; absent for a direct connection. */
  readonly egressId?: string;
  /** Whether the key's own model list holds the model: then a 404 is the key's, not the request's. */
  readonly isModelListed?: boolean;
}

/** A key lent to one attempt. Every lease is settled, whatever happens. */
export interface Lease {
  readonly kind: 'lease';
  readonly keyId: KeyId;
  readonly secret: Secret;
  /** Stable across restarts; egress proxies are chosen by it. */
  readonly fingerprint: string;
  readonly project: string | undefined;
  /** UTC milliseconds. */
  readonly startedAtMs: number;
  /** Gives the key back with what the attempt proved. Acts once; later calls are ignored. */
  settle(outcome: Outcome, facts?: SettleFacts): void;
}

/**
 * What the key that is back first waits for.
 * - `no_keys`: the pool is empty, or does not know the key asked for
 * - `all_disabled`: an administrator switched every key off
 * - `all_invalid`: every enabled key is refused by upstream
 * - `all_tried`: keys are ready, but this request has tried each of them
 * - `model_resting`: the model itself rests, for everybody
 * - `capacity_exhausted`: it rests because the capacity that all keys share is used up
 * - `rate_limited`: a limit of minutes
 * - `quota_exhausted`: a daily quota
 * - `not_entitled`: the keys may not use this model
 * - `credits_depleted`: prepaid credits or the spend cap are used up
 * - `being_verified`: after many keys turned out dead, those that are ready are verified before they are lent
 * - `refused`: upstream refused the keys for a fault that may be mended
 */
export type WaitReason =
  | 'no_keys'
  | 'all_disabled'
  | 'all_invalid'
  | 'all_tried'
  | 'model_resting'
  | 'capacity_exhausted'
  | 'rate_limited'
  | 'quota_exhausted'
  | 'not_entitled'
  | 'credits_depleted'
  | 'being_verified'
  | 'refused';

/** No key is ready for what was asked. */
export interface NoneReady {
  readonly kind: 'none';
  /** UTC milliseconds at which a key is ready again; undefined where none returns by itself. */
  readonly nextAtMs: number | undefined;
  readonly reason: WaitReason;
}

export function isLease(answer: Lease | NoneReady): answer is Lease {
  return answer.kind === 'lease';
}
