import type { KeyId } from '../../../core/keypool/hold';

/** What the gateway itself learns about a key. */
export interface LearntFields {
  failures?: number;
  project?: string;
  lastError?: string;
  lastUsedAtMs?: number;
}

/** Gathers what was learnt about keys until it is stored; of several values of one field, the last counts. */
export class KeyFieldChanges {
  private byKey = new Map<KeyId, LearntFields>();

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  set(id: KeyId, fields: LearntFields): void {
    this.byKey.set(id, { ...this.byKey.get(id), ...fields });
  }

  /** What was learnt about a key and is not stored yet. */
  of(id: KeyId): LearntFields {
    return this.byKey.get(id) ?? {};
  }

  /** Takes the changes out, to store them. */
  take(): Map<KeyId, LearntFields> {
    const changes = this.byKey;
    this.byKey = new Map();
    return changes;
  }

  /** Puts changes back that could not be stored, behind those that came meanwhile. */
  giveBack(changes: ReadonlyMap<KeyId, LearntFields>): void {
    for (const [id, fields] of changes) this.byKey.set(id, { ...fields, ...this.byKey.get(id) });
  }
}
