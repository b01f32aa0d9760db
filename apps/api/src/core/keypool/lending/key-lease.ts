import type { Scope } from '../../gemini/upstream-call';
import type { Outcome } from '../../outcome';
import type { Secret } from '../../secret';
import type { KeyId } from '../hold';
import type { LiveKey } from '../keys/live-key';
import type { Lease, SettleFacts } from './lease';

/** Takes note of how a lease ended. */
export type SettleLease = (lease: KeyLease, outcome: Outcome, facts: SettleFacts) => void;

const NOTHING_ELSE: SettleFacts = {};

/** A lease of the key pool. */
export class KeyLease implements Lease {
  readonly kind = 'lease';
  readonly keyId: KeyId;
  readonly secret: Secret;
  readonly fingerprint: string;
  readonly project: string | undefined;
  #isSettled = false;

  constructor(
    readonly key: LiveKey,
    readonly scope: Scope,
    readonly startedAtMs: number,
    private readonly onSettled: SettleLease,
  ) {
    this.keyId = key.id;
    this.secret = key.secret;
    this.fingerprint = key.fingerprint;
    this.project = key.project;
  }

  settle(outcome: Outcome, facts: SettleFacts = NOTHING_ELSE): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.onSettled(this, outcome, facts);
  }
}
