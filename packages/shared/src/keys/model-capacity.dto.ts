import type { KeyKind } from './key-state.js';

/** What a daily quota counts. */
export const QUOTA_UNITS = ['requests', 'inputTokens'] as const;

export type QuotaUnit = (typeof QUOTA_UNITS)[number];

/**
 * What is left of a daily quota, as far as the gateway knows: it counts what it sent itself, and upstream tells a quota only
 * when it is used up. Quotas belong to projects; a key whose project is not known counts as one of its own.
 */
export interface QuotaLeftDto {
  /** Of one project, as upstream told it last. */
  perProject: number;
  /** UTC milliseconds. */
  learntAtMs: number;
  /** By all keys of the kind since the day began. */
  used: number;
  /** What all projects may use in a day whose keys can be used today, or have used it up. */
  total: number;
  /** Of `total`; nothing where the keys rest until the day is over. */
  left: number;
  /** Projects in `total` of which upstream told the quota. */
  known: number;
  /** Further ones, which are taken to have `perProject`. */
  estimated: number;
}

/** What keys of a kind can do for a model, just now and today. */
export interface ModelCapacityDto {
  kind: KeyKind;
  /** `*` for all other models. */
  model: string;
  ready: number;
  resting: number;
  /** When the next resting key is back. */
  nextAtMs?: number;
  /** Requests that the keys answered since the day began; absent for `*`. */
  usedToday?: number;
  /** What is left today; a unit is absent while upstream has told no quota for it. */
  left?: Partial<Record<QuotaUnit, QuotaLeftDto>>;
}

export interface ModelCapacityListDto {
  /** Models by name, `*` after all others of its kind. */
  items: ModelCapacityDto[];
  /** When quotas begin anew: midnight in California, in UTC milliseconds. */
  dayEndsAtMs: number;
}
