import type { OutcomeKind } from '../../outcome';
import { anOutcome } from '../../testing/outcomes';
import { failuresAfter } from './failures-after';
import { holdsFor } from './holds-for';
import type { Standing } from './standing';
import { NOW, SECOND, HOUR, given, after } from './testing/a-standing';

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
    expect(holdsFor(anOutcome('rate_limited', { retryAfterMs: 50_000 }), given({}, present))).toMatchObject([
      { strikes: 2, sinceMs: NOW - 500, untilMs: NOW + 50_000 },
    ]);
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
