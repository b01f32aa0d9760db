import type { WaitReason } from '../../keypool/lending/lease';
import { faultOfPinnedKey } from './pinned-fault';

const NOW_MS = 1_000_000;

it.each<[WaitReason, number, string]>([
  ['rate_limited', 429, 'rate_limited'],
  ['quota_exhausted', 429, 'quota_exhausted'],
  ['credits_depleted', 429, 'insufficient_quota'],
  ['capacity_exhausted', 429, 'capacity_exhausted'],
  ['model_resting', 503, 'overloaded'],
  ['all_disabled', 503, 'no_usable_key'],
  ['all_invalid', 503, 'no_usable_key'],
  ['refused', 503, 'no_usable_key'],
  ['no_keys', 404, 'resource_lost'],
])('a key that holds what is asked for and waits for %s is told as %i %s', (reason, status, code) => {
  const fault = faultOfPinnedKey({ kind: 'none', nextAtMs: NOW_MS + 30_000, reason }, 'm', NOW_MS);
  expect([fault.status, fault.code]).toEqual([status, code]);
  expect(fault.retryAfterMs).toBe(reason === 'no_keys' ? undefined : 30_000);
});
