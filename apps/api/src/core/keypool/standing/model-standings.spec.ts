import fc from 'fast-check';
import { anOutcome } from '../../testing/outcomes';
import { aHold, aKey, aPoolOf } from '../../testing/pool-keys';
import { isLease } from '../key-pool';

const MINUTE = 60_000;

it('counts every key once, and tells when the first resting one is back', () => {
  const { pool, clock, lend } = aPoolOf([aKey(1), aKey(2), aKey(3), aKey(4), aKey(5, { isEnabled: false })]);
  pool.apply([aHold({ kind: 'key', id: 2 }, clock.nowMs())]);
  lend('pro', 3).settle(anOutcome('rate_limited', { retryAfterMs: 30_000 }));
  lend('pro', 4).settle(anOutcome('invalid_key'));
  const standing = pool.view.standings()('pro');
  expect(standing).toMatchObject({ ready: 1, resting: 2, invalid: 1, disabled: 1, barred: 0, total: 5 });
  expect(standing.nextAtMs).toBeLessThan(clock.nowMs() + MINUTE);
  expect(pool.view.standings()('flash')).toMatchObject({ ready: 2, resting: 1, invalid: 1, disabled: 1 });
  expect([pool.view.restingForJust('pro'), pool.view.restingForJust('flash')]).toEqual([1, 0]);
});

it('tells that a model rests for everybody', () => {
  const { pool, clock } = aPoolOf(2);
  const untilMs = clock.nowMs() + MINUTE;
  pool.apply([aHold({ kind: 'model', id: 'pro' }, clock.nowMs(), { reason: 'overloaded' })]);
  expect(pool.view.standings()('pro')).toMatchObject({ ready: 2, rest: { untilMs, reason: 'overloaded' } });
  expect(pool.view.standings()('flash').rest).toBeUndefined();
});

it('leaves out keys whose group is for other models', () => {
  const { pool, clock } = aPoolOf([
    aKey(1),
    aKey(2, { group: 'free' }),
    aKey(3, { group: 'free' }),
    aKey(4, { group: 'free', isEnabled: false }),
  ]);
  pool.limitGroups(new Map([['free', ['flash*']]]));
  pool.apply([aHold({ kind: 'key', id: 2 }, clock.nowMs())]);
  expect(pool.view.standings()('pro')).toMatchObject({
    ready: 1,
    resting: 0,
    barred: 2,
    disabled: 1,
    barredGroups: ['free'],
    nextAtMs: undefined,
  });
  expect(pool.view.standings()('flash-lite')).toMatchObject({ ready: 2, resting: 1, barred: 0 });
});

it('agrees with what the pool lends, whatever the groups and holds', () => {
  const keys = fc.array(
    fc.record({
      group: fc.constantFrom(undefined, 'a', 'b'),
      isEnabled: fc.boolean(),
      holdMs: fc.constantFrom(0, 1_000, MINUTE, Infinity),
      scope: fc.constantFrom('*', 'pro', 'flash'),
    }),
    { maxLength: 12 },
  );
  const limits = fc.dictionary(fc.constantFrom('a', 'b'), fc.subarray(['pro', 'fla*']));
  fc.assert(
    fc.property(keys, limits, fc.constantFrom(0, 2_000), (given, models, waitMs) => {
      const { pool, clock } = aPoolOf(
        given.map(({ group, isEnabled }, at) => aKey(at + 1, { group, isEnabled })),
      );
      pool.limitGroups(new Map(Object.entries(models)));
      for (const [at, { holdMs, scope }] of given.entries()) {
        const untilMs = clock.nowMs() + holdMs;
        if (holdMs > 0) pool.apply([aHold({ kind: 'key', id: at + 1 }, clock.nowMs(), { untilMs, scope })]);
      }
      clock.advance(waitMs);
      const standingOf = pool.view.standings();
      for (const model of ['pro', 'flash']) {
        const { ready, resting, invalid, disabled, barred, total } = standingOf(model);
        const lent = given.filter((_, at) => isLease(pool.acquireById(at + 1, model))).length;
        expect([ready, total]).toEqual([lent, given.length]);
        expect(ready + resting + invalid + disabled + barred).toBe(total);
        expect(Math.min(resting, invalid, disabled, barred)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
