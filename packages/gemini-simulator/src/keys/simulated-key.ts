import type { Quotas } from '../quotas/quota';

/** What can be right or wrong with a key; each state but `good` answers with an error fixture or a spent quota. */
export const KEY_HEALTHS = [
  'good',
  'invalid',
  'not_found',
  'expired',
  'wrong_type',
  'leaked',
  'suspended',
  'project_denied',
  'service_disabled',
  'billing_disabled',
  'service_blocked',
  'referrer_blocked',
  'ip_blocked',
  'billing_country',
  'wrong_country',
  'wrong_country_free_tier',
  'rpm_limited',
  'tokens_limited',
  'exhausted_daily',
  'not_entitled',
  'project_quota_zero',
  'no_credits',
  'spend_limited',
  'no_capacity',
] as const;

export type KeyHealth = (typeof KEY_HEALTHS)[number];

/** The Gemini API, and Vertex AI in express mode. */
export type KeySurface = 'gemini' | 'vertex';

/** A key as a test or a key file declares it. */
export interface KeyOptions {
  readonly key: string;
  /** Project number; keys of one project share quotas. Default: a project of its own. */
  readonly project?: string;
  /** Default `good`. */
  readonly health?: KeyHealth;
  /** Default `paid`. On the `free` tier the paid models answer "limit: 0". */
  readonly tier?: 'free' | 'paid';
  /** What the key opens: a key of one opens nothing of the other. Default: both. */
  readonly surface?: KeySurface;
  /** Limits of the key's project by model, `*` for each other model. Default: none. */
  readonly quotas?: Quotas;
}

/** A key with everything filled in. */
export interface SimulatedKey {
  readonly key: string;
  readonly project: string;
  readonly tier: 'free' | 'paid';
  readonly surface: KeySurface | undefined;
  health: KeyHealth;
}
