import { FakeClock } from '../testing/fake-clock';
import { anOutcome } from '../testing/outcomes';
import { aHold, aKey, aPoolOf } from '../testing/pool-keys';
import { DEFAULT_HOLD_POLICY } from './hold-policy';
import { KeyPool } from './key-pool';

const OK = anOutcome('ok');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('an administrator', () => {
  it('switches a key off and on without losing its holds', () => {
    const { pool, lend, nextOf, next } = aPoolOf(2);
    lend('pro', 1).settle(anOutcome('rate_limited'));
    pool.put(aKey(1, { isEnabled: false }));
    expect([pool.stateOf(1)?.state, pool.totals().disabled]).toEqual(['disabled', 1]);
    expect(nextOf(2, 'flash')).toEqual([2, 2]);
    pool.put(aKey(1));
    expect(new Set(nextOf(2, 'flash'))).toEqual(new Set([1, 2]));
    expect(next('pro', new Set([2]))).toBe('all_tried');
    expect(pool.acquireById(1, 'pro')).toMatchObject({ reason: 'rate_limited' });
  });

  it('keeps the failures the pool has counted when a key is changed', () => {
    const { pool, lend } = aPoolOf(1);
    lend().settle(anOutcome('misconfigured_key'));
    pool.put(aKey(1, { weight: 2, failures: 0 }));
    expect(pool.stateOf(1)).toMatchObject({ state: 'resting', failures: 1 });
  });

  it.each([
    [1, 5],
    [5, 1],
    [1, 100],
  ])('changes the weight of a key from %d to %d', (before, after) => {
    const { pool, nextOf } = aPoolOf([aKey(1, { weight: before }), aKey(2), aKey(3)]);
    nextOf(2);
    pool.put(aKey(1, { weight: after }));
    const round = after + 2;
    expect(nextOf(4 * round).filter((id) => id === 1)).toHaveLength(4 * after);
  });

  it('changes the weight of a resting key without waking it', () => {
    const { pool, clock, lend, nextOf } = aPoolOf([aKey(1), aKey(2)]);
    lend('pro', 1).settle(anOutcome('rate_limited'));
    pool.put(aKey(1, { weight: 3 }));
    expect(nextOf(3)).toEqual([2, 2, 2]);
    clock.advance(MINUTE);
    expect(nextOf(8).filter((id) => id === 1)).toHaveLength(6);
  });

  it('adds keys one by one, each ready at once', () => {
    const { pool, nextOf } = aPoolOf(0);
    for (let id = 1; id <= 300; id++) pool.put(aKey(id));
    expect(new Set(nextOf(300)).size).toBe(300);
    expect(pool.totals()).toMatchObject({ ready: 300, total: 300 });
  });

  it('adds a heavy key whose turns are spread over the round', () => {
    const { pool, nextOf } = aPoolOf(30);
    pool.put(aKey(31, { weight: 10 }));
    const lent = nextOf(80);
    const turns = lent.flatMap((id, turn) => (id === 31 ? [turn] : []));
    expect(turns).toHaveLength(20);
    expect(turns.every((turn, index) => index === 0 || turn - turns[index - 1]! > 1)).toBe(true);
  });

  it('removes a key whose lease is still open, and is not surprised by its outcome', () => {
    const { pool, told, lend, next } = aPoolOf(1);
    const lease = lend();
    pool.remove(1);
    expect(next()).toBe('no_keys');
    lease.settle(anOutcome('invalid_key'));
    expect([pool.inFlight, pool.stateOf(1), told.news()]).toEqual([0, undefined, []]);
  });

  it('adds a removed key again with a clean slate, which its old leases do not touch', () => {
    const { pool, lend, next } = aPoolOf(1);
    lend('pro').settle(anOutcome('rate_limited'));
    const old = lend('flash');
    pool.remove(1);
    pool.put(aKey(1));
    old.settle(anOutcome('invalid_key'));
    expect(next('pro')).toBe(1);
    expect(pool.stateOf(1)).toMatchObject({ state: 'ready', failures: 0, inFlight: 1, holds: [] });
  });

  it('gives the place of a removed key to another one, not its holds', () => {
    const { pool, lend, next } = aPoolOf(1);
    lend('pro').settle(anOutcome('rate_limited'));
    pool.remove(1);
    pool.put(aKey(2));
    expect(next('pro')).toBe(2);
  });

  it('resets a key: its holds, those of its project, and its failures', () => {
    const { pool, told, lend, next } = aPoolOf([aKey(1, { project: '123' }), aKey(2, { project: '123' })]);
    lend('pro', 1).settle(anOutcome('misconfigured_key'));
    lend('pro', 2).settle(anOutcome('quota_exhausted'));
    told.news();
    pool.release(1);
    expect(pool.stateOf(1)).toMatchObject({ state: 'ready', failures: 0, holds: [] });
    expect(next('pro', new Set([1]))).toBe(2);
    expect(told.news()).toEqual([
      ['released', 'key', 1, undefined],
      ['released', 'project', '123', undefined],
      ['failures', 1, 0],
    ]);
  });
});

describe('a restart', () => {
  it('keeps keys, failures and every hold', () => {
    const { pool, clock, lend } = aPoolOf([aKey(1), aKey(2, { project: '123' }), aKey(3), aKey(4)]);
    lend('pro', 1).settle(anOutcome('rate_limited'));
    lend('pro', 2).settle(anOutcome('quota_exhausted'));
    lend('pro', 3).settle(anOutcome('leaked_key'));
    lend('pro', 4).settle(anOutcome('location_unsupported'), { egressId: 'proxy-1' });
    const keys = [aKey(1), aKey(2, { project: '123' }), aKey(3), aKey(4, { failures: 2 })];
    const next = new KeyPool(
      clock,
      () => 0.5,
      () => DEFAULT_HOLD_POLICY,
    );
    next.load(keys, pool.holds());
    expect(next.holds()).toEqual(pool.holds());
    expect(next.holds()).toHaveLength(4);
    expect(next.totals()).toEqual(pool.totals());
    expect(next.acquire('pro')).toMatchObject({ keyId: 4 });
    expect(next.stateOf(4)).toMatchObject({ failures: 2 });
    expect(next.egressRestsUntilMs('proxy-1')).toBe(pool.egressRestsUntilMs('proxy-1'));
  });

  it('ignores holds that have ended and holds of unknown keys', () => {
    const { pool, clock } = aPoolOf(1);
    const now = clock.nowMs();
    pool.load(
      [aKey(1)],
      [aHold({ kind: 'key', id: 1 }, now - 2 * MINUTE), aHold({ kind: 'key', id: 9 }, now)],
    );
    expect([pool.holds(), pool.totals().ready]).toEqual([[], 1]);
  });

  it('tells nobody what it was told itself', () => {
    const { pool, clock, told } = aPoolOf(1);
    pool.apply([aHold({ kind: 'key', id: 1 }, clock.nowMs())]);
    expect(told.news()).toEqual([]);
    expect(pool.totals()).toMatchObject({ ready: 0, resting: 1 });
  });
});

describe('a clock that jumps', () => {
  it('forwards returns every key, though not all in one turn', () => {
    const { pool, clock, lend, nextOf } = aPoolOf(200);
    for (let count = 0; count < 200; count++) lend().settle(anOutcome('rate_limited'));
    clock.advance(DAY);
    expect(pool.holds()).toEqual([]);
    nextOf(4);
    expect(new Set(nextOf(200)).size).toBe(200);
  });

  it('back keeps no key at rest for longer than it was meant to', () => {
    const { pool, clock, lend, next } = aPoolOf(2);
    lend().settle(anOutcome('rate_limited'));
    lend('flash', 2).settle(anOutcome('location_unsupported'), { egressId: 'proxy-1' });
    clock.advance(-DAY);
    expect(next('pro', new Set([2]))).toBe('all_tried');
    expect(pool.egressRestsUntilMs('proxy-1')).toBe(clock.nowMs() + 60 * MINUTE);
    clock.advance(MINUTE);
    expect(next('pro', new Set([2]))).toBe(1);
  });

  it('back by a little changes nothing', () => {
    const { clock, lend, next } = aPoolOf(1);
    lend().settle(anOutcome('rate_limited'));
    clock.advance(MINUTE);
    expect(next()).toBe(1);
    clock.advance(-500);
    expect(next()).toBe(1);
  });

  it('does not matter to a hold that was stored with a time in the future', () => {
    const clock = new FakeClock();
    const pool = new KeyPool(
      clock,
      () => 0,
      () => DEFAULT_HOLD_POLICY,
    );
    pool.load([aKey(1)], [aHold({ kind: 'key', id: 1 }, clock.nowMs() + DAY)]);
    expect(pool.acquire('pro')).toMatchObject({ kind: 'none', nextAtMs: clock.nowMs() + MINUTE });
  });
});

describe('models without end', () => {
  it('cost a bounded number of rings: those longest unused are given up', () => {
    const { clock, lend, next } = aPoolOf(1);
    for (let model = 0; model < 200; model++) {
      lend(`model-${model}`).settle(anOutcome('not_entitled'));
      clock.advance(1);
      next('model-0');
    }
    expect(next('model-0')).toBe('not_entitled');
    expect(next('model-199')).toBe('not_entitled');
    expect(next('model-1')).toBe(1);
  });

  it('are forgotten when they only succeed', () => {
    const { pool, lend } = aPoolOf(1);
    for (let model = 0; model < 200; model++) lend(`model-${model}`).settle(OK);
    expect(pool.snapshot()).toEqual({
      totals: { ready: 1, resting: 0, invalid: 0, disabled: 0, total: 1 },
      inFlight: 0,
      holds: [],
    });
  });
});
