import { anOutcome } from '../testing/outcomes';
import { aKey, aPoolOf } from '../testing/pool-keys';

const OK = anOutcome('ok');
const MINUTE = 60_000;

describe('attempts with one key at the same time', () => {
  it('are one strike when fifty of them are rate-limited', () => {
    const { pool, clock, told, lend } = aPoolOf(1);
    const leases = Array.from({ length: 50 }, () => lend());
    for (const lease of leases) {
      clock.advance(10);
      lease.settle(anOutcome('rate_limited'));
    }
    expect(pool.stateOf(1)?.holds).toMatchObject([{ strikes: 1 }]);
    expect(told.news()).toHaveLength(1);
    clock.advance(MINUTE);
    lend().settle(anOutcome('rate_limited'));
    expect(pool.stateOf(1)?.holds).toMatchObject([{ strikes: 2, untilMs: clock.nowMs() + 2 * MINUTE }]);
  });

  it('are one failure when fifty of them fail, whatever the fault', () => {
    const { pool, clock, lend } = aPoolOf(1);
    const leases = Array.from({ length: 50 }, () => lend());
    leases.forEach((lease, index) => {
      clock.advance(10);
      lease.settle(anOutcome(index % 2 ? 'misconfigured_key' : 'unauthenticated_key'));
    });
    expect(pool.stateOf(1)).toMatchObject({ state: 'resting', failures: 1 });
  });

  it('do not lift a hold by a success that started before it', () => {
    const { pool, clock, lend } = aPoolOf(1);
    const [slow, refused] = [lend(), lend()];
    clock.advance(10);
    refused.settle(anOutcome('misconfigured_key'));
    clock.advance(10);
    slow.settle(OK);
    expect(pool.stateOf(1)).toMatchObject({ state: 'resting', failures: 1 });
  });

  it('lift a hold by a success that started after it', () => {
    const { pool, clock, told, lend, next } = aPoolOf(1);
    lend().settle(anOutcome('rate_limited'));
    clock.advance(10);
    told.news();
    pool.acquireForProbe(1, 'pro')!.settle(OK);
    expect(next()).toBe(1);
    expect(told.news()).toEqual([['released', 'key', 1, 'pro']]);
  });

  it('lift no hold of another model', () => {
    const { pool, clock, lend, next } = aPoolOf(1);
    lend('flash').settle(anOutcome('rate_limited'));
    clock.advance(10);
    pool.acquireForProbe(1, 'pro')!.settle(OK);
    expect(next('flash')).toBe('rate_limited');
  });

  it('forget the strikes with the first success after the hold', () => {
    const { pool, clock, lend } = aPoolOf(1);
    for (const outcome of ['rate_limited', 'rate_limited', 'ok', 'rate_limited'] as const) {
      lend().settle(anOutcome(outcome));
      clock.advance(2 * MINUTE);
    }
    lend().settle(anOutcome('rate_limited'));
    expect(pool.stateOf(1)?.holds).toMatchObject([{ strikes: 2 }]);
  });

  it('rest a key until the latest time that upstream names', () => {
    const { pool, clock, lend } = aPoolOf(1);
    const leases = [20_000, 50_000, 10_000].map((retryAfterMs) => ({ lease: lend(), retryAfterMs }));
    for (const { lease, retryAfterMs } of leases) lease.settle(anOutcome('rate_limited', { retryAfterMs }));
    expect(pool.stateOf(1)?.holds).toMatchObject([{ untilMs: clock.nowMs() + 50_000, strikes: 1 }]);
  });

  it('do not shorten the hold until midnight by a late limit of minutes', () => {
    const { pool, lend } = aPoolOf(1);
    const [daily, perMinute] = [lend(), lend()];
    daily.settle(anOutcome('quota_exhausted'));
    perMinute.settle(anOutcome('rate_limited', { retryAfterMs: 41_000 }));
    expect(pool.stateOf(1)?.holds).toMatchObject([{ reason: 'quota_exhausted' }]);
  });
});

it('keeps the first reason of a key that is dead for good', () => {
  const { pool, clock, lend } = aPoolOf(1);
  lend().settle(anOutcome('leaked_key'));
  clock.advance(10);
  pool.acquireForProbe(1, 'pro')!.settle(anOutcome('invalid_key'));
  expect(pool.stateOf(1)?.holds).toMatchObject([{ reason: 'leaked_key' }]);
});

describe('keys of one project', () => {
  const project = '123';
  const aProject = () => aPoolOf([aKey(1, { project }), aKey(2, { project }), aKey(3)]);

  it('share its limits', () => {
    const { pool, told, lend, nextOf } = aProject();
    lend('pro', 1).settle(anOutcome('quota_exhausted'));
    expect(nextOf(3)).toEqual([3, 3, 3]);
    expect(pool.stateOf(2)?.holds).toMatchObject([{ subject: { kind: 'project', id: '123' }, scope: 'pro' }]);
    expect(told.news()).toEqual([['held', 'project', '123', 'pro', 'quota_exhausted']]);
  });

  it('are dead together when it is suspended', () => {
    const { pool, lend } = aProject();
    lend('pro', 1).settle(anOutcome('project_suspended'));
    expect(pool.totals()).toEqual({ ready: 1, resting: 0, invalid: 2, disabled: 0, total: 3 });
  });

  it('return together when one of them succeeds', () => {
    const { pool, clock, lend, nextOf } = aProject();
    lend('pro', 1).settle(anOutcome('quota_exhausted'));
    clock.advance(10);
    pool.acquireForProbe(2, 'pro')!.settle(OK);
    expect(new Set(nextOf(3))).toEqual(new Set([1, 2, 3]));
  });

  it('are not blamed for what is one key’s fault', () => {
    const { pool, lend } = aProject();
    lend('pro', 1).settle(anOutcome('invalid_key'));
    expect(pool.stateOf(2)?.state).toBe('ready');
  });

  it('are known as such as soon as a reply names it', () => {
    const { pool, told, lend, next } = aPoolOf(2);
    lend('pro', 1).settle(anOutcome('rate_limited', {}, 'projects/123'));
    expect(next()).toBe(2);
    lend('pro', 2).settle(anOutcome('invalid_request', {}, 'projects/123'));
    expect(next()).toBe('rate_limited');
    expect(pool.stateOf(2)).toMatchObject({ project: '123' });
    expect(told.news()).toEqual([
      ['project', 1, '123'],
      ['held', 'project', '123', 'pro', 'rate_limited'],
      ['project', 2, '123'],
    ]);
  });

  it('keep the project that the operator named', () => {
    const { pool, told, lend } = aProject();
    lend('pro', 1).settle(anOutcome('invalid_request', {}, 'projects/999'));
    expect([pool.stateOf(1)?.project, told.news()]).toEqual(['123', []]);
  });

  it('leave its holds behind when they are moved to another one', () => {
    const { pool, lend, next } = aPoolOf([aKey(1, { project })]);
    lend().settle(anOutcome('rate_limited'));
    pool.setProject(1, '456');
    expect(next()).toBe(1);
    pool.setProject(1, '123');
    expect(next()).toBe('rate_limited');
  });
});
