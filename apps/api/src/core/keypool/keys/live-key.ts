import type { PoolKey } from './pool-key';

/** A key in the pool, with what changes while it is used. */
export interface LiveKey extends Omit<PoolKey, 'failures' | 'project' | 'group'> {
  /** The key's row in every table, until it is removed. */
  readonly slot: number;
  secret: PoolKey['secret'];
  fingerprint: string;
  project: string | undefined;
  /** The project's row in every table; -1 where none is known. */
  projectIndex: number;
  group: string | undefined;
  weight: number;
  isEnabled: boolean;
  failures: number;
  /** When the last failure was counted; attempts that started before add none. */
  failedAtMs: number;
  inFlight: number;
  /** When an attempt that upstream accepted was last made; `-Infinity` for never. */
  provenAtMs: number;
  /** When upstream last refused the key itself; `-Infinity` for never. */
  refusedAtMs: number;
}
