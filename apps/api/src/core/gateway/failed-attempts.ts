import type { KeyId } from '../keypool/hold';
import type { OutcomeKind } from '../outcome';
import { isKeyFault, type RetryHistory } from './retry-policy';

/** The attempts of one request that failed. */
export class FailedAttempts {
  readonly #keys = new Set<KeyId>();
  readonly #kinds = new Map<OutcomeKind, number>();
  #spentAttempts = 0;

  /** The keys that were asked. */
  get keys(): ReadonlySet<KeyId> {
    return this.#keys;
  }

  add(keyId: KeyId, kind: OutcomeKind): Pick<RetryHistory, 'spentAttempts' | 'sameKind'> {
    this.#keys.add(keyId);
    if (!isKeyFault(kind)) this.#spentAttempts += 1;
    const sameKind = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, sameKind);
    return { spentAttempts: this.#spentAttempts, sameKind };
  }
}
