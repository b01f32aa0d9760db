import { FakeClock } from '../../testing/fake-clock';
import { anOutcome } from '../../testing/outcomes';
import { aKey } from '../../testing/pool-keys';
import { DEFAULT_HOLD_POLICY } from '../hold-policy';
import { isLease, KeyPool } from '../key-pool';

const HOUR_MS = 3_600_000;

function aCautiousPool(count: number, isEnabled = true) {
  const clock = new FakeClock();
  const caution = { isEnabled, proofMs: 2 * HOUR_MS };
  const pool = new KeyPool(
    clock,
    () => 0.5,
    () => DEFAULT_HOLD_POLICY,
    undefined,
    () => caution,
  );
  pool.load(
    Array.from({ length: count }, (_, n) => aKey(n + 1)),
    [],
  );
  const settle = (ids: readonly number[], kind: 'ok' | 'invalid_key' | 'rate_limited', model = 'pro') => {
    for (const id of ids) {
      clock.advance(1);
      pool.acquireForProbe(id, model)!.settle(kind === 'ok' ? { kind } : anOutcome(kind));
      clock.advance(1);
    }
  };
  const next = (model = 'pro', tried?: ReadonlySet<number>) => {
    const answer = pool.acquire(model, tried);
    return isLease(answer) ? answer.keyId : answer.reason;
  };
  return { pool, clock, settle, next, caution };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

it('lends every ready key while keys die here and there', () => {
  const { pool, settle, next } = aCautiousPool(40);
  for (let dead = 1; dead <= 12; dead++) {
    settle([dead], 'invalid_key');
    settle([30, 31], 'ok');
  }
  expect(pool.isCautious).toBe(false);
  expect(next()).toBe(13);
});

it('after a mass failure lends only keys that upstream has accepted, in turn', () => {
  const { pool, settle, next } = aCautiousPool(40);
  settle([20, 21], 'ok');
  settle(range(1, 10), 'invalid_key');
  expect(pool.isCautious).toBe(true);
  expect([next(), next(), next()]).toEqual([20, 21, 20]);
  settle([35], 'ok');
  expect(new Set([next(), next(), next()])).toEqual(new Set([20, 21, 35]));
});

it('lets a request wait where ready keys only lack the proof, and says so to whoever verifies', () => {
  const { pool, settle, next } = aCautiousPool(12);
  settle(range(1, 10), 'invalid_key');
  expect(next()).toBe('being_verified');
  expect(pool.verification(5)).toEqual({ provenReady: 0, isStarving: true, unproven: [11, 12] });
  expect(pool.verification(5).isStarving).toBe(false);
  settle([11], 'ok');
  expect(next()).toBe(11);
  settle([12], 'invalid_key');
  expect(next('pro', new Set([11]))).toBe('all_tried');
});

it('finds a proven key for a model that another one rests for', () => {
  const { settle, next } = aCautiousPool(20);
  settle([15, 16], 'ok');
  settle(range(1, 10), 'invalid_key');
  settle([15], 'rate_limited', 'pro');
  expect([next('pro'), next('pro')]).toEqual([16, 16]);
  expect(new Set([next('flash'), next('flash')])).toEqual(new Set([15, 16]));
});

it('takes a proof for worn out after its time', () => {
  const { pool, settle, next, clock } = aCautiousPool(20);
  settle([15], 'ok');
  settle(range(1, 10), 'invalid_key');
  clock.advance(2 * HOUR_MS);
  expect(next()).toBe('being_verified');
  expect(pool.verification(99).unproven).toContain(15);
});

it('counts a key once, however many of its attempts fail together', () => {
  const { pool } = aCautiousPool(20);
  const leases = Array.from({ length: 30 }, () => pool.acquireForProbe(1, 'pro')!);
  for (const lease of leases) lease.settle(anOutcome('invalid_key'));
  expect(pool.isCautious).toBe(false);
});

it.each([
  ['limits of minutes', 'rate_limited', true],
  ['dead keys where nobody verifies any', 'invalid_key', false],
] as const)('does not become cautious for %s', (_, kind, isEnabled) => {
  const { pool, settle } = aCautiousPool(20, isEnabled);
  settle(range(1, 15), kind);
  expect(pool.isCautious).toBe(false);
});

it('lends every ready key again when caution ends, and notices the next mass failure', () => {
  const { pool, settle, next } = aCautiousPool(40);
  settle(range(1, 10), 'invalid_key');
  pool.endCaution();
  expect(next()).toBe(11);
  settle(range(11, 20), 'invalid_key');
  expect(pool.isCautious).toBe(true);
});

it('forgets a proven key that is removed', () => {
  const { pool, settle, next } = aCautiousPool(12);
  settle([11], 'ok');
  settle(range(1, 10), 'invalid_key');
  pool.remove(11);
  expect(next()).toBe('being_verified');
});
