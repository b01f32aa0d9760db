import fc from 'fast-check';
import { aKey, aPoolOf } from '../../testing/pool-keys';
import { anOutcome } from '../../testing/outcomes';
import { GroupLimits } from './group-limits';

const LIMITS = new Map([
  ['flash', ['gemini-flash', 'gemini-lite*']],
  ['none', []],
]);

it.each([
  ['gemini-flash', ['none']],
  ['gemini-lite-2', ['none']],
  ['gemini-flash-2', ['flash', 'none']],
  ['*', []],
])('bars from %s the groups %j', (scope, groups) => {
  expect([...new GroupLimits(LIMITS).barredFrom(scope)]).toEqual(groups);
});

/** Keys 1 and 2 are of the group, 3 and 4 of none. */
function aPool() {
  const parts = aPoolOf([aKey(1, { group: 'flash' }), aKey(2, { group: 'flash' }), aKey(3), aKey(4)]);
  parts.pool.limitGroups(LIMITS);
  return parts;
}

it('uses keys of a group for its models only, and for what is about no model', () => {
  const { nextOf } = aPool();
  expect(new Set(nextOf(4, 'gemini-pro'))).toEqual(new Set([3, 4]));
  expect(new Set(nextOf(4, 'gemini-flash'))).toEqual(new Set([1, 2, 3, 4]));
  expect(new Set(nextOf(4, '*'))).toEqual(new Set([1, 2, 3, 4]));
});

it('says that no key may use a model, rather than that they are invalid', () => {
  const { pool, next } = aPool();
  pool.put(aKey(3, { isEnabled: false }));
  pool.remove(4);
  expect(next('gemini-pro')).toBe('not_entitled');
  expect(pool.acquireById(1, 'gemini-pro')).toMatchObject({ reason: 'not_entitled' });
  expect(next('gemini-flash')).toBe(1);
});

it('follows a change of the limits, and of the group of a key', () => {
  const { pool, nextOf, lend } = aPool();
  lend('gemini-pro', 3).settle(anOutcome('quota_exhausted'));
  expect(nextOf(2, 'gemini-pro')).toEqual([4, 4]);
  pool.put(aKey(1));
  expect(new Set(nextOf(4, 'gemini-pro'))).toEqual(new Set([1, 4]));
  pool.limitGroups(new Map());
  expect(new Set(nextOf(4, 'gemini-pro'))).toEqual(new Set([1, 2, 4]));
  pool.limitGroups(LIMITS);
  pool.put(aKey(4, { group: 'none' }));
  expect(new Set(nextOf(4, 'gemini-pro'))).toEqual(new Set([1]));
});

it('keeps rests, returns and new keys right in every ring', () => {
  const { pool, clock, next, nextOf, lend } = aPool();
  expect(new Set(nextOf(2, 'gemini-pro'))).toEqual(new Set([3, 4]));
  lend('*', 3).settle(anOutcome('unauthenticated_key'));
  expect(nextOf(2, 'gemini-pro')).toEqual([4, 4]);
  clock.advance(3_600_000);
  expect(new Set(nextOf(2, 'gemini-pro'))).toEqual(new Set([3, 4]));
  pool.put(aKey(5, { group: 'flash' }));
  pool.put(aKey(6));
  pool.remove(3);
  pool.remove(4);
  expect(nextOf(2, 'gemini-pro')).toEqual([6, 6]);
  expect(new Set(Array.from({ length: 4 }, () => next('gemini-flash')))).toEqual(new Set([1, 2, 5, 6]));
});

it('never lends a key for a model that its group bars, whatever happens', () => {
  const steps = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 8 }),
      model: fc.constantFrom('a', 'b', 'c'),
      what: fc.constantFrom('limit', 'free', 'group', 'rest', 'lend', 'remove', 'weigh'),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, (steps) => {
      const { pool, clock } = aPoolOf(8);
      const groups = new Map<number, string>();
      let limits = new Map<string, string[]>();
      for (const { id, model, what } of steps) {
        clock.advance(1);
        if (what === 'limit') limits = new Map([['g', [model]]]);
        if (what === 'free') limits = new Map();
        if (what === 'limit' || what === 'free') pool.limitGroups(limits);
        if (what === 'remove') pool.remove(id);
        if (what === 'group') groups.set(id, 'g');
        if (what === 'group' || what === 'weigh')
          pool.put(aKey(id, { group: groups.get(id), weight: what === 'weigh' ? 3 : 1 }));
        if (what === 'rest') pool.acquireForProbe(id, model)?.settle(anOutcome('quota_exhausted'));
        const lent = pool.acquire(model);
        if (lent.kind !== 'lease') continue;
        const allowed = groups.has(lent.keyId) ? limits.get('g') : undefined;
        if (allowed !== undefined && !allowed.includes(model)) return false;
      }
      return true;
    }),
  );
});
