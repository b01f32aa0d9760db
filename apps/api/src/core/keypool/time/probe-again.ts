import type { HoldReason } from '../hold';

const DAY_MS = 24 * 3_600_000;

/**
 * How long after its hold began an invalid key is worth a scheduled probe, in milliseconds; undefined for never.
 * A leaked key and a suspended project are dead for good, and only an administrator asks for them again; a key that
 * upstream does not know is asked for once a day at most. `intervalMs` is the operator's `CHECK_INTERVAL_HOURS`.
 */
export function probeAgainAfterMs(reason: HoldReason, intervalMs: number): number | undefined {
  if (reason === 'leaked_key' || reason === 'project_suspended') return undefined;
  return reason === 'invalid_key' ? Math.max(intervalMs, DAY_MS) : intervalMs;
}
