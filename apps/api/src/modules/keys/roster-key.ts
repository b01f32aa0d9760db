import type { KeyKind } from '@gemini-balance/shared';
import type { PoolKey } from '../../core/keypool/keys/pool-key';

/** A key that its pool can lend, with what the dashboard needs without asking the database. */
export interface RosterKey {
  readonly kind: KeyKind;
  readonly source: 'env' | 'admin';
  readonly key: PoolKey;
  readonly note: string | undefined;
  readonly createdAtMs: number;
}
