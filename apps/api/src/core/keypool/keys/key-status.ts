import type { Hold, KeyId } from '../hold';

/**
 * - `ready`: usable now, though perhaps not for every model
 * - `resting`: held for everything, until a known time
 * - `invalid`: held for everything, until a probe succeeds
 * - `disabled`: switched off by an administrator
 */
export type KeyState = 'ready' | 'resting' | 'invalid' | 'disabled';

/** How one key stands. */
export interface KeyStatus {
  readonly state: KeyState;
  /** The holds in force on the key and on its project, those for everything first. */
  readonly holds: readonly Hold[];
  /** Failures in a row. */
  readonly failures: number;
  /** Leases not yet settled. */
  readonly inFlight: number;
  readonly project: string | undefined;
}

/** How many keys stand in each state. */
export interface PoolTotals {
  readonly ready: number;
  readonly resting: number;
  readonly invalid: number;
  readonly disabled: number;
  readonly total: number;
}

/** A picture of the whole pool, for status pages and tests. */
export interface PoolSnapshot {
  readonly totals: PoolTotals;
  readonly inFlight: number;
  /** Every hold in force. */
  readonly holds: readonly Hold[];
}

/** What is known of the keys of a pool that lends verified ones only. */
export interface PoolVerification {
  /** Keys that are ready and that upstream has lately accepted. */
  readonly provenReady: number;
  /** Whether requests had to wait for a verified key since this was last asked. */
  readonly isStarving: boolean;
  /** Keys that are ready, and of which that is not known. */
  readonly unproven: readonly KeyId[];
}
