import type { HoldPolicy } from '../../core/keypool/hold-policy';
import type { Settings } from '../../core/settings/registry';

/** What the settings decide about holds. */
export function toHoldPolicy(settings: Settings): HoldPolicy {
  return {
    maxFailures: settings.MAX_FAILURES,
    cooldownMs: settings.KEY_COOLDOWN_SECONDS * 1_000,
    cooldownMaxMs: settings.KEY_COOLDOWN_MAX_SECONDS * 1_000,
  };
}
