import { isKeyFault } from '../../core/gateway/dispatch/retry-policy';
import type { AttemptSettled } from '../../core/gateway/observing/gateway-observer';
import type { KeyRoster } from './key-roster';
import type { KeyStateFollower } from './state/key-state-follower';

/** Notes of each attempt when its key was used, and what upstream had against it. A sink of the telemetry. */
export class KeyUsage {
  constructor(
    private readonly follower: KeyStateFollower,
    private readonly roster: Pick<KeyRoster, 'noteUse'>,
  ) {}

  attemptSettled({ keyId, startedAtMs, outcome }: AttemptSettled): void {
    this.follower.noteUse(keyId, startedAtMs);
    this.roster.noteUse(keyId, startedAtMs);
    if (isKeyFault(outcome.kind) && 'error' in outcome)
      this.follower.noteError(keyId, `${outcome.error.status}: ${outcome.error.message}`);
  }
}
