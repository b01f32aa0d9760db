import type { AttemptFacts } from '../../hold';
import { DEFAULT_HOLD_POLICY } from '../../hold-policy';
import type { HoldState } from '../hold-state';
import type { Standing } from '../standing';

export const NOW = Date.UTC(2026, 10, 20, 12);
export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;
/** 2026-11-21 00:00 in California, and half of the two minutes of jitter. */
export const MIDNIGHT = 20 * HOUR + 60 * SECOND;

const FACTS: AttemptFacts = {
  keyId: 7,
  project: undefined,
  scope: 'pro',
  egressId: undefined,
  startedAtMs: NOW - SECOND,
  nowMs: NOW,
  isModelListed: false,
};
const FRESH: Standing = {
  prior: () => undefined,
  failures: 0,
  failedAtMs: -Infinity,
  overloadsInARow: 0,
  isCapacityShared: false,
};
export const IN_PROJECT = { project: '123' };
export const BY_PROXY = { egressId: 'proxy-1' };

export function given(facts: Partial<AttemptFacts> = {}, standing: Partial<Standing> = {}) {
  return {
    facts: { ...FACTS, ...facts },
    standing: { ...FRESH, ...standing },
    policy: DEFAULT_HOLD_POLICY,
    random: () => 0.5,
  };
}

/** A standing in which this very fault was seen before. */
export function after(hold: Partial<HoldState> & Pick<HoldState, 'reason'>): Partial<Standing> {
  const prior = { sinceMs: NOW - 2 * HOUR, untilMs: NOW - HOUR, strikes: 1, ...hold };
  return { prior: () => prior };
}
