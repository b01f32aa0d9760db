import type { OutcomeKind } from '../../outcome';
import { anOutcome } from '../../testing/outcomes';
import { failuresAfter } from './failures-after';
import type { AttemptFacts } from '../hold';
import { DEFAULT_HOLD_POLICY } from '../hold-policy';
import type { HoldState } from './hold-state';
import { holdsFor } from './holds-for';
import type { Standing } from './standing';

const NOW = Date.UTC(2026, 10, 20, 12);
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
/** 2026-11-21 00:00 in California, and half of the two minutes of jitter. */
const MIDNIGHT = 20 * HOUR + 60 * SECOND;

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
const IN_PROJECT = { project: '123' };
const BY_PROXY = { egressId: 'proxy-1' };

interface Case {
  readonly row: string;
  readonly kind: OutcomeKind;
  readonly extra?: object;
  readonly facts?: Partial<AttemptFacts>;
  readonly standing?: Partial<Standing>;
  /** Who rests, for what, for how long; undefined where nobody does. */
  readonly rests?: readonly [who: string, scope: string, ms: number];
  readonly isCounted?: true;
}

const CASES: Case[] = [
  { row: '1', kind: 'invalid_key', rests: ['key 7', '*', Infinity] },
  { row: '1, of a known project', kind: 'invalid_key', facts: IN_PROJECT, rests: ['key 7', '*', Infinity] },
  { row: '2', kind: 'unauthenticated_key', rests: ['key 7', '*', HOUR], isCounted: true },
  { row: '3', kind: 'double_credentials' },
  { row: '4', kind: 'leaked_key', rests: ['key 7', '*', Infinity] },
  { row: '5', kind: 'project_suspended', rests: ['key 7', '*', Infinity] },
  {
    row: '5, of a known project',
    kind: 'project_suspended',
    facts: IN_PROJECT,
    rests: ['project 123', '*', Infinity],
  },
  { row: '6', kind: 'misconfigured_key', rests: ['key 7', '*', HOUR], isCounted: true },
  { row: '7', kind: 'resource_denied' },
  { row: '8, direct', kind: 'location_unsupported' },
  {
    row: '8, by a proxy',
    kind: 'location_unsupported',
    facts: BY_PROXY,
    rests: ['egress proxy-1', '*', HOUR],
  },
  { row: '9', kind: 'tier_unsupported', rests: ['key 7', 'pro', DAY] },
  { row: '9, for no model', kind: 'tier_unsupported', facts: { scope: '*' } },
  { row: '10', kind: 'invalid_request' },
  { row: '11', kind: 'signature_rejected' },
  { row: '12, a model nobody knows', kind: 'model_not_found' },
  {
    row: '12, listed',
    kind: 'model_not_found',
    facts: { isModelListed: true },
    rests: ['key 7', 'pro', DAY],
  },
  { row: '13', kind: 'model_closed', facts: IN_PROJECT, rests: ['project 123', 'pro', DAY] },
  { row: '14', kind: 'rate_limited', rests: ['key 7', 'pro', 60 * SECOND] },
  {
    row: '14, of a known project',
    kind: 'rate_limited',
    facts: IN_PROJECT,
    rests: ['project 123', 'pro', 60 * SECOND],
  },
  {
    row: '14, 41 s asked',
    kind: 'rate_limited',
    extra: { retryAfterMs: 41_065 },
    rests: ['key 7', 'pro', 41_065],
  },
  {
    row: '14, next to nothing asked',
    kind: 'rate_limited',
    extra: { retryAfterMs: 0 },
    rests: ['key 7', 'pro', SECOND],
  },
  {
    row: '14, an hour asked',
    kind: 'rate_limited',
    extra: { retryAfterMs: HOUR },
    rests: ['key 7', 'pro', 90 * SECOND],
  },
  { row: '15', kind: 'quota_exhausted', rests: ['key 7', 'pro', MIDNIGHT] },
  {
    row: '15, RetryInfo is ignored',
    kind: 'quota_exhausted',
    extra: { retryAfterMs: 41_000 },
    rests: ['key 7', 'pro', MIDNIGHT],
  },
  {
    row: '15, of a known project',
    kind: 'quota_exhausted',
    facts: IN_PROJECT,
    rests: ['project 123', 'pro', MIDNIGHT],
  },
  { row: '16', kind: 'input_tokens_limited', rests: ['key 7', 'pro', 60 * SECOND] },
  { row: '17', kind: 'not_entitled', rests: ['key 7', 'pro', DAY] },
  { row: '18', kind: 'project_quota_zero', rests: ['key 7', '*', DAY], isCounted: true },
  {
    row: '19',
    kind: 'credits_depleted',
    facts: IN_PROJECT,
    rests: ['project 123', '*', HOUR],
    isCounted: true,
  },
  { row: '20', kind: 'spend_limited', rests: ['key 7', '*', 600 * SECOND] },
  { row: '21', kind: 'capacity_exhausted', rests: ['key 7', 'pro', 5 * SECOND] },
  {
    row: '21, seen by others',
    kind: 'capacity_exhausted',
    standing: { isCapacityShared: true },
    rests: ['model pro', '*', 5 * SECOND],
  },
  { row: '22', kind: 'client_left' },
  { row: '23', kind: 'upstream_failed' },
  { row: '24, within the retries of one client', kind: 'overloaded', standing: { overloadsInARow: 5 } },
  {
    row: '24, again and again',
    kind: 'overloaded',
    standing: { overloadsInARow: 6 },
    rests: ['model pro', '*', 5 * SECOND],
  },
  { row: '24, for no model', kind: 'overloaded', facts: { scope: '*' }, standing: { overloadsInARow: 6 } },
  { row: '25', kind: 'deadline_exceeded' },
  { row: '26, direct', kind: 'network_failed', extra: { failure: 'refused' } },
  {
    row: '26, a dead proxy',
    kind: 'network_failed',
    extra: { failure: 'refused' },
    facts: BY_PROXY,
    rests: ['egress proxy-1', '*', 60 * SECOND],
  },
  {
    row: '26, a proxy says no',
    kind: 'network_failed',
    extra: { failure: 'egress' },
    facts: BY_PROXY,
    rests: ['egress proxy-1', '*', 60 * SECOND],
  },
  { row: '26, reset behind a proxy', kind: 'network_failed', extra: { failure: 'reset' }, facts: BY_PROXY },
  {
    row: '26, slow behind a proxy',
    kind: 'network_failed',
    extra: { failure: 'first_byte_timeout' },
    facts: BY_PROXY,
  },
  { row: '27, 29, 30', kind: 'ok' },
  { row: '28', kind: 'empty_reply' },
  { row: '28, 31', kind: 'truncated' },
];

function given(facts: Partial<AttemptFacts> = {}, standing: Partial<Standing> = {}) {
  return {
    facts: { ...FACTS, ...facts },
    standing: { ...FRESH, ...standing },
    policy: DEFAULT_HOLD_POLICY,
    random: () => 0.5,
  };
}

/** A standing in which this very fault was seen before. */
function after(hold: Partial<HoldState> & Pick<HoldState, 'reason'>): Partial<Standing> {
  const prior = { sinceMs: NOW - 2 * HOUR, untilMs: NOW - HOUR, strikes: 1, ...hold };
  return { prior: () => prior };
}

describe('holdsFor', () => {
  it.each(CASES)('row $row: $kind', ({ kind, extra, facts, standing, rests, isCounted }) => {
    const all = given(facts, standing);
    const holds = holdsFor(anOutcome(kind, extra), all);
    expect(
      holds.map(({ subject, scope, untilMs }) => [`${subject.kind} ${subject.id}`, scope, untilMs - NOW]),
    ).toEqual(rests ? [rests] : []);
    expect(
      holds.every(({ reason, sinceMs, strikes }) => reason === kind && sinceMs === NOW && strikes === 1),
    ).toBe(true);
    expect(failuresAfter(kind, all)).toBe(isCounted ? 1 : 0);
  });

  it.each<[OutcomeKind, Partial<Standing>, number[]]>([
    ['rate_limited', {}, [60, 120, 240, 480, 960, 1_920, 3_600, 3_600]],
    ['misconfigured_key', {}, [1, 2, 4, 8, 16, 24, 24].map((hours) => hours * 3_600)],
    ['unauthenticated_key', {}, [1, 2, 4, 8, 16, 24, 24].map((hours) => hours * 3_600)],
    ['credits_depleted', {}, [1, 2, 4, 8, 16, 24, 24].map((hours) => hours * 3_600)],
    ['capacity_exhausted', {}, [5, 10, 20, 40, 60, 60]],
    ['overloaded', { overloadsInARow: 9 }, [5, 10, 20, 30, 30]],
    ['project_quota_zero', {}, [86_400, 86_400]],
    ['spend_limited', {}, [600, 600]],
  ])('lengthens the rest with each strike: %s', (kind, standing, seconds) => {
    const rests = seconds.map((_, strikes) => {
      const prior =
        strikes === 0 ? {} : after({ reason: kind, strikes, sinceMs: NOW - 2_000, untilMs: NOW - 1_500 });
      return holdsFor(anOutcome(kind), given({}, { ...standing, ...prior }))[0]!.untilMs - NOW;
    });
    expect(rests).toEqual(seconds.map((value) => value * SECOND));
  });

  it('starts anew after a while without trouble', () => {
    const strikesAfter = (quietMs: number) =>
      holdsFor(
        anOutcome('rate_limited'),
        given(
          {},
          after({
            reason: 'rate_limited',
            sinceMs: NOW - quietMs - 60_000,
            untilMs: NOW - quietMs,
            strikes: 3,
          }),
        ),
      )[0]!.strikes;
    expect(strikesAfter(9 * 60_000)).toBe(4);
    expect(strikesAfter(11 * 60_000)).toBe(1);
  });

  it('starts anew for another reason', () => {
    const [hold] = holdsFor(
      anOutcome('rate_limited'),
      given({}, after({ reason: 'not_entitled', strikes: 3 })),
    );
    expect(hold).toMatchObject({ strikes: 1, untilMs: NOW + 60_000 });
  });

  describe('for an attempt that was under way when the hold began', () => {
    const present = after({ reason: 'rate_limited', sinceMs: NOW - 500, untilMs: NOW + 30_000, strikes: 2 });

    it('adds nothing', () => {
      expect(holdsFor(anOutcome('rate_limited'), given({}, present))).toEqual([]);
    });

    it('prolongs the hold if upstream names a later time, without a further strike', () => {
      expect(holdsFor(anOutcome('rate_limited', { retryAfterMs: 20_000 }), given({}, present))).toEqual([]);
      expect(holdsFor(anOutcome('rate_limited', { retryAfterMs: 50_000 }), given({}, present))).toMatchObject(
        [{ strikes: 2, sinceMs: NOW - 500, untilMs: NOW + 50_000 }],
      );
    });

    it('counts no failure', () => {
      expect(failuresAfter('misconfigured_key', given({}, { failures: 1, failedAtMs: NOW - 500 }))).toBe(1);
      expect(failuresAfter('misconfigured_key', given({}, { failures: 1, failedAtMs: NOW - 1_500 }))).toBe(2);
    });
  });

  it('makes the key invalid at MAX_FAILURES', () => {
    const reasons = (failures: number) =>
      holdsFor(anOutcome('misconfigured_key'), given({}, { failures })).map(({ reason, untilMs }) => [
        reason,
        untilMs,
      ]);
    expect(reasons(1)).toEqual([['misconfigured_key', NOW + HOUR]]);
    expect(reasons(2)).toEqual([
      ['misconfigured_key', NOW + HOUR],
      ['too_many_failures', Infinity],
    ]);
  });

  it('spreads returning keys over two minutes after midnight', () => {
    const rest = (random: number) =>
      holdsFor(anOutcome('quota_exhausted'), { ...given(), random: () => random })[0]!.untilMs -
      NOW -
      20 * HOUR;
    expect([rest(0), rest(0.25), rest(0.999_999)]).toEqual([0, 30_000, 119_999]);
  });
});
