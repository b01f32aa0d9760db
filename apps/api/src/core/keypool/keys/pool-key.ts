import type { Secret } from '../../secret';
import type { KeyId } from '../hold';

/** A key as the pool is given it. */
export interface PoolKey {
  readonly id: KeyId;
  readonly secret: Secret;
  /** Hex of the secret's hash: the same after a restart, so that an egress proxy can be chosen by it. */
  readonly fingerprint: string;
  /** The project that owns the key: learnt from a reply or named by the operator. */
  readonly project?: string;
  /** Keys of a group may be limited to some models. */
  readonly group?: string;
  /** Places in the ring, 1 to 100: a key of weight 3 is lent three times as often as one of weight 1. */
  readonly weight: number;
  /** False for a key that an administrator switched off. */
  readonly isEnabled: boolean;
  /** Failures in a row so far. */
  readonly failures: number;
}
