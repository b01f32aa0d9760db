import type { CautionPolicy } from '../../core/keypool/lending/caution';
import type { Settings } from '../../core/settings/registry';

const HOUR_MS = 3_600_000;

/** What the settings decide about keys that are verified beforehand. */
export function toCautionPolicy(settings: Settings): CautionPolicy {
  return { isEnabled: settings.VALID_KEY_POOL_ENABLED, proofMs: settings.KEY_TTL_HOURS * HOUR_MS };
}
