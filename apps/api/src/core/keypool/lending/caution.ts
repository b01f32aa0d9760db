import type { OutcomeKind } from '../../outcome';
import type { KeySlots } from '../keys/key-slots';
import type { LiveKey } from '../keys/live-key';
import type { ScopeRing } from '../rings/scope-ring';

/** What the operator decides about keys that are verified beforehand. */
export interface CautionPolicy {
  /** `VALID_KEY_POOL_ENABLED`; false where nobody verifies keys. */
  readonly isEnabled: boolean;
  /** How long a success proves that a key is good: `KEY_TTL_HOURS`. */
  readonly proofMs: number;
}

export const NO_CAUTION: CautionPolicy = { isEnabled: false, proofMs: 0 };

/** So many keys refused within {@link WINDOW_MS}, and more than attempts that succeeded, are a mass failure. */
const REFUSED_KEYS = 10;
const WINDOW_MS = 60_000;

/** What upstream says of a key that it does not take, for which waiting is no cure. */
const REFUSALS: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>([
  'invalid_key',
  'leaked_key',
  'project_suspended',
  'unauthenticated_key',
  'misconfigured_key',
  'project_quota_zero',
]);

/**
 * Notices when many keys turn out dead at once. From then on only keys that upstream has lately accepted are lent, until
 * whoever verifies the others has found out which of them are good.
 */
export class Caution {
  /** Keys with a proof, those that were lent longest ago first. Filled while `isOn`. */
  readonly #proven = new Set<LiveKey>();
  #isOn = false;
  #isStarving = false;
  #windowStartMs = -Infinity;
  #refused = 0;
  #succeeded = 0;

  constructor(private readonly policy: () => CautionPolicy) {}

  /** Whether only proven keys are lent. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether requests had to wait for a proven key since this was last asked. */
  takeStarving(): boolean {
    const isStarving = this.#isStarving;
    this.#isStarving = false;
    return isStarving;
  }

  /** Upstream accepted an attempt with the key. */
  accepted(key: LiveKey, startedAtMs: number, nowMs: number): void {
    if (startedAtMs <= key.refusedAtMs) return;
    key.provenAtMs = nowMs;
    if (this.#isOn) this.#proven.add(key);
    else if (nowMs - this.#windowStartMs < WINDOW_MS) this.#succeeded++;
  }

  /** An attempt with the key failed so. */
  failed(key: LiveKey, kind: OutcomeKind, keys: KeySlots, nowMs: number): void {
    if (!REFUSALS.has(kind)) return;
    const isFurtherKey = key.refusedAtMs < this.#windowStartMs || nowMs - this.#windowStartMs >= WINDOW_MS;
    key.provenAtMs = -Infinity;
    key.refusedAtMs = nowMs;
    this.#proven.delete(key);
    if (this.#isOn || !isFurtherKey || !this.policy().isEnabled) return;
    if (nowMs - this.#windowStartMs >= WINDOW_MS) {
      this.#windowStartMs = nowMs;
      this.#refused = 0;
      this.#succeeded = 0;
    }
    this.#refused++;
    if (this.#refused >= REFUSED_KEYS && this.#refused > this.#succeeded) this.#begin(keys, nowMs);
  }

  /**
   * The next proven key in turn that is ready and not tried. Where there is none, `isWorthWaiting` says whether keys are
   * ready that only lack the proof.
   */
  take(
    ring: ScopeRing,
    isTried: (key: LiveKey) => boolean,
    nowMs: number,
  ): { readonly key: LiveKey | undefined; readonly isWorthWaiting: boolean } {
    let readyCount = 0;
    for (const key of this.#proven) {
      if (!this.#hasProof(key, nowMs)) {
        this.#proven.delete(key);
        continue;
      }
      if (ring.readyAtMs(key) > nowMs) continue;
      readyCount++;
      if (isTried(key)) continue;
      this.#proven.delete(key);
      this.#proven.add(key);
      return { key, isWorthWaiting: false };
    }
    const isWorthWaiting = ring.readyCount > readyCount;
    this.#isStarving ||= isWorthWaiting;
    return { key: undefined, isWorthWaiting };
  }

  /** How many proven keys are ready. */
  countReady(everything: ScopeRing, nowMs: number): number {
    let count = 0;
    for (const key of this.#proven)
      if (this.#hasProof(key, nowMs) && everything.readyAtMs(key) <= nowMs) count++;
    return count;
  }

  /** Ready keys without a proof, at most so many. */
  unproven(keys: Iterable<LiveKey>, everything: ScopeRing, atMost: number, nowMs: number): LiveKey[] {
    const found: LiveKey[] = [];
    for (const key of keys) {
      if (found.length >= atMost) break;
      if (!this.#hasProof(key, nowMs) && everything.readyAtMs(key) <= nowMs) found.push(key);
    }
    return found;
  }

  /** The keys can be trusted again, or nobody verifies them any more. */
  end(): void {
    this.#isOn = false;
    this.#windowStartMs = -Infinity;
    this.#proven.clear();
  }

  forget(key: LiveKey): void {
    this.#proven.delete(key);
  }

  #begin(keys: KeySlots, nowMs: number): void {
    this.#isOn = true;
    for (const key of keys.all()) if (this.#hasProof(key, nowMs)) this.#proven.add(key);
  }

  #hasProof(key: LiveKey, nowMs: number): boolean {
    return nowMs - key.provenAtMs < this.policy().proofMs;
  }
}
