import type { HoldState } from './holding/hold-state';
import type { KeySlots } from './keys/key-slots';
import type { LiveKey } from './keys/live-key';
import { toWaitReason } from './lending/hold-reasons';
import type { NoneReady, WaitReason } from './lending/lease';
import type { ScopeRing } from './rings/scope-ring';

export function none(reason: WaitReason, nextAtMs?: number): NoneReady {
  return { kind: 'none', nextAtMs, reason };
}

/** Why nobody may use a model: it is overloaded, or the capacity that all keys share is used up (rows 24 and 21). */
export function whyModelRests({ reason, untilMs }: HoldState): NoneReady {
  return none(reason === 'capacity_exhausted' ? reason : 'model_resting', untilMs);
}

/** Why the ring had no key to lend, and when the first one is back. */
export function whyNoneReady(keys: KeySlots, ring: ScopeRing): NoneReady {
  if (ring.readyCount > 0) return none('all_tried');
  const first = ring.firstToReturn();
  if (first !== undefined) return none(waitReason(ring.longestHold(first)), ring.readyAtMs(first));
  if (keys.total === 0) return none('no_keys');
  if (ring.barred.size > 0 && isAnyUsable(keys, ring)) return none('not_entitled');
  return none(keys.disabled === keys.total ? 'all_disabled' : 'all_invalid');
}

/** The same for one key that was asked for. */
export function whyNotReady(key: LiveKey, ring: ScopeRing): NoneReady {
  if (!key.isEnabled) return none('all_disabled');
  if (ring.isBarred(key)) return none('not_entitled');
  const atMs = ring.readyAtMs(key);
  return none(waitReason(ring.longestHold(key)), atMs === Infinity ? undefined : atMs);
}

/** Whether some key is kept from the scope by its group alone. */
function isAnyUsable(keys: KeySlots, ring: ScopeRing): boolean {
  for (const key of keys.all()) if (key.isEnabled && ring.isBarred(key)) return true;
  return false;
}

function waitReason(hold: HoldState | undefined): WaitReason {
  return hold === undefined ? 'rate_limited' : toWaitReason(hold.reason);
}
