import { aHold, aKey, aPoolOf } from '../testing/pool-keys';
import { anOutcome } from '../testing/outcomes';

const OK = anOutcome('ok');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('KeyPool', () => {
  it('lends all ready keys in turn', () => {
    expect(aPoolOf(3).nextOf(7)).toEqual([1, 2, 3, 1, 2, 3, 1]);
  });

  it('lends a heavy key more often', () => {
    const { nextOf } = aPoolOf([aKey(1, { weight: 3 }), aKey(2)]);
    expect(nextOf(40).filter((id) => id === 1)).toHaveLength(30);
  });

  it('rests a rate-limited key for that model and keeps it for others', () => {
    const { pool, clock, lend, next } = aPoolOf(1);
    lend('pro').settle(anOutcome('rate_limited'));
    expect([next('pro'), next('flash')]).toEqual(['rate_limited', 1]);
    expect(pool.acquire('pro')).toEqual({
      kind: 'none',
      reason: 'rate_limited',
      nextAtMs: clock.nowMs() + MINUTE,
    });
    clock.advance(MINUTE - 1);
    expect(next('pro')).toBe('rate_limited');
    clock.advance(1);
    expect(next('pro')).toBe(1);
  });

  it('keeps the order of the others while a key rests, and gives it back its place', () => {
    const { clock, lend, nextOf } = aPoolOf(4);
    lend().settle(OK);
    lend().settle(anOutcome('rate_limited'));
    expect(nextOf(4)).toEqual([3, 4, 1, 3]);
    clock.advance(MINUTE);
    expect(nextOf(5)).toEqual([4, 1, 2, 3, 4]);
  });

  it('retires an invalid key for every model, and says so', () => {
    const { pool, told, lend, next } = aPoolOf(1);
    lend('pro').settle(anOutcome('invalid_key'));
    expect(pool.acquire('flash')).toEqual({ kind: 'none', reason: 'all_invalid', nextAtMs: undefined });
    expect(next('pro')).toBe('all_invalid');
    expect(pool.stateOf(1)).toMatchObject({
      state: 'invalid',
      holds: [{ reason: 'invalid_key', untilMs: Infinity }],
    });
    expect(told.news()).toEqual([['held', 'key', 1, '*', 'invalid_key']]);
  });

  it('passes over the keys a request has tried', () => {
    const { next } = aPoolOf(3);
    expect(next('pro', new Set([1, 2]))).toBe(3);
    expect(next('pro', new Set([1, 2, 3]))).toBe('all_tried');
  });

  it('does not harm a key for what a client did a thousand times', () => {
    const { pool, told, lend, next } = aPoolOf(1);
    for (const kind of ['invalid_request', 'client_left', 'resource_denied', 'signature_rejected'] as const) {
      for (let count = 0; count < 1_000; count++) lend().settle(anOutcome(kind));
    }
    expect([next(), told.news(), pool.inFlight]).toEqual([1, [], 1]);
  });

  it('makes a key invalid after MAX_FAILURES in a row, and heals it by one success', () => {
    const { pool, clock, told, lend } = aPoolOf(1, { maxFailures: 2 });
    const fail = () => {
      lend().settle(anOutcome('misconfigured_key'));
      clock.advance(2 * HOUR);
    };
    fail();
    expect(pool.stateOf(1)).toMatchObject({ state: 'ready', failures: 1 });
    fail();
    expect(pool.stateOf(1)).toMatchObject({ state: 'invalid', failures: 2 });
    told.news();
    pool.acquireForProbe(1, 'pro')!.settle(OK);
    expect(pool.stateOf(1)).toMatchObject({ state: 'ready', failures: 0, holds: [] });
    expect(told.news()).toEqual([
      ['released', 'key', 1, '*'],
      ['failures', 1, 0],
    ]);
  });

  it('keeps a key ready whose failures lie between successes', () => {
    const { pool, clock, lend } = aPoolOf(1, { maxFailures: 2 });
    for (let round = 0; round < 5; round++) {
      lend().settle(anOutcome('misconfigured_key'));
      clock.advance(HOUR);
      lend().settle(OK);
      clock.advance(1);
    }
    expect(pool.stateOf(1)).toMatchObject({ state: 'ready', failures: 0 });
  });

  it('recovers unaided after the whole pool was limited at once', () => {
    const { pool, clock, lend, next, nextOf } = aPoolOf(50);
    for (let count = 0; count < 50; count++)
      lend().settle(anOutcome('rate_limited', { retryAfterMs: 30_000 }));
    expect(next()).toBe('rate_limited');
    clock.advance(30_000);
    expect(new Set(nextOf(50)).size).toBe(50);
    expect(pool.totals()).toEqual({ ready: 50, resting: 0, invalid: 0, disabled: 0, total: 50 });
  });

  describe('when no key is ready', () => {
    it.each([
      ['an empty pool', [], 'no_keys'],
      ['only disabled keys', [aKey(1, { isEnabled: false })], 'all_disabled'],
    ])('%s', (_, keys, reason) => {
      expect(aPoolOf(keys).pool.acquire('pro')).toEqual({ kind: 'none', reason, nextAtMs: undefined });
    });

    it('tells what the first key to return waits for, and until when', () => {
      const { pool, clock, lend } = aPoolOf(3);
      lend().settle(anOutcome('quota_exhausted'));
      lend().settle(anOutcome('rate_limited', { retryAfterMs: 40_000 }));
      lend().settle(anOutcome('invalid_key'));
      expect(pool.acquire('pro')).toEqual({
        kind: 'none',
        reason: 'rate_limited',
        nextAtMs: clock.nowMs() + 40_000,
      });
    });

    it('counts the longest of several holds on one key', () => {
      const { pool, clock } = aPoolOf(1);
      const now = clock.nowMs();
      const key = { kind: 'key', id: 1 } as const;
      pool.apply([
        aHold(key, now, { scope: 'pro' }),
        aHold(key, now, { untilMs: now + HOUR, reason: 'misconfigured_key' }),
      ]);
      expect(pool.acquire('pro')).toEqual({ kind: 'none', reason: 'refused', nextAtMs: now + HOUR });
      clock.advance(MINUTE);
      expect(pool.acquire('pro')).toMatchObject({ nextAtMs: now + HOUR });
    });
  });

  describe('lends one certain key', () => {
    it('only if it is ready for the model', () => {
      const { pool, clock, lend } = aPoolOf(2);
      lend('pro', 2).settle(anOutcome('rate_limited'));
      const nextAtMs = clock.nowMs() + MINUTE;
      expect(pool.acquireById(2, 'pro')).toEqual({ kind: 'none', reason: 'rate_limited', nextAtMs });
      expect(pool.acquireById(2, 'flash')).toMatchObject({ kind: 'lease', keyId: 2 });
      expect(pool.acquireById(3, 'pro')).toMatchObject({ kind: 'none', reason: 'no_keys' });
    });

    it('for a probe, whatever its state', () => {
      const { pool } = aPoolOf([aKey(1, { isEnabled: false })]);
      expect(pool.acquireById(1, 'pro')).toMatchObject({ kind: 'none', reason: 'all_disabled' });
      expect(pool.acquireForProbe(1, 'pro')).toMatchObject({ keyId: 1 });
      expect(pool.acquireForProbe(2, 'pro')).toBeUndefined();
    });
  });

  describe('a model that rests for everybody', () => {
    it('rests when two keys see its capacity exhausted within five seconds', () => {
      const { pool, clock, lend, next } = aPoolOf(3);
      lend().settle(anOutcome('capacity_exhausted'));
      lend().settle(anOutcome('capacity_exhausted'));
      expect(pool.acquire('pro')).toEqual({
        kind: 'none',
        reason: 'capacity_exhausted',
        nextAtMs: clock.nowMs() + 5_000,
      });
      expect(pool.acquireById(3, 'pro')).toMatchObject({ reason: 'capacity_exhausted' });
      expect(next('flash')).toBe(2);
      clock.advance(5_000);
      expect(next('pro')).toBe(3);
    });

    it('does not rest when the keys see it at different times, or the same key twice', () => {
      const { clock, lend, next } = aPoolOf(3);
      lend('pro', 1).settle(anOutcome('capacity_exhausted'));
      clock.advance(5_001);
      lend('pro', 2).settle(anOutcome('capacity_exhausted'));
      expect(next()).not.toBe('capacity_exhausted');
      clock.advance(5_001);
      const twice = [lend('pro', 3), lend('pro', 3)];
      for (const lease of twice) lease.settle(anOutcome('capacity_exhausted'));
      expect(next()).not.toBe('capacity_exhausted');
    });

    it('rests after six overloads in a row, but not when one of them was a success', () => {
      const { clock, lend, next } = aPoolOf(3);
      const overload = (count: number) => {
        for (let each = 0; each < count; each++) lend().settle(anOutcome('overloaded'));
      };
      overload(5);
      lend().settle(OK);
      overload(5);
      expect(next()).not.toBe('model_resting');
      overload(1);
      expect(next()).toBe('model_resting');
      clock.advance(5_000);
      expect(next()).not.toBe('model_resting');
    });
  });

  it('holds an egress proxy, never a direct connection', () => {
    const { pool, clock, told, lend } = aPoolOf(1);
    lend().settle(anOutcome('location_unsupported'));
    expect(told.news()).toEqual([]);
    lend().settle(anOutcome('location_unsupported'), { egressId: 'proxy-1' });
    expect(pool.egressRestsUntilMs('proxy-1')).toBe(clock.nowMs() + HOUR);
    expect(told.news()).toEqual([['held', 'egress', 'proxy-1', '*', 'location_unsupported']]);
    clock.advance(1);
    lend().settle(OK, { egressId: 'proxy-1' });
    expect(pool.egressRestsUntilMs('proxy-1')).toBeUndefined();
  });

  it('does not tell of holds shorter than five seconds', () => {
    const { told, lend } = aPoolOf(1);
    lend().settle(anOutcome('rate_limited', { retryAfterMs: 4_999 }));
    expect(told.news()).toEqual([]);
  });

  it('counts what is in flight, and takes each lease back once', () => {
    const { pool, lend } = aPoolOf(2);
    const [first, second] = [lend(), lend()];
    expect([pool.inFlight, pool.stateOf(1)?.inFlight]).toEqual([2, 1]);
    first.settle(OK);
    first.settle(anOutcome('invalid_key'));
    second.settle(OK);
    expect([pool.inFlight, pool.stateOf(1)]).toMatchObject([0, { inFlight: 0, state: 'ready' }]);
  });

  it('shows no secret', () => {
    const { pool, lend } = aPoolOf(1);
    expect(JSON.stringify([lend(), pool.snapshot(), pool.stateOf(1)])).not.toContain('secret-of-key');
  });
});
