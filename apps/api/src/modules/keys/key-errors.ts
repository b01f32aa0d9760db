import type { KeyId } from '../../core/keypool/hold';
import type { KeyStateFollower } from './state/key-state-follower';
import type { KeyRepository } from './storage/key.repository';

/** What upstream last said against keys. */
export class KeyErrors {
  constructor(
    private readonly keys: KeyRepository,
    private readonly follower: KeyStateFollower,
  ) {}

  /** By id, for those of these keys that upstream said something against. */
  async of(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.keys.rowsOf(ids);
    const errors = new Map<KeyId, string>();
    for (const { id, lastError } of rows) {
      const error = this.follower.unstored(id).lastError ?? lastError;
      if (error !== null) errors.set(id, error);
    }
    return errors;
  }
}
