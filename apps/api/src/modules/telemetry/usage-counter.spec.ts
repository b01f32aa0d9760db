import fc from 'fast-check';
import type { RequestFinished } from '../../core/gateway/observing/gateway-observer';
import { LATENCY_BOUNDS_MS, latencyBound } from './latency-histogram';
import { USAGE } from './rollup-tables';
import { anAttempt, aRequest } from './testing/gateway-events';
import { UsageCounter } from './usage-counter';

const NOON = 1_750_000_000_000 - (1_750_000_000_000 % 60_000);
const FAILED = { status: 503, errorCode: 'overloaded', usage: undefined, ttftMs: undefined } as const;

function aCounter(maxSubjects?: number) {
  const clock = { now: NOON, nowMs: () => clock.now, sleep: async () => undefined };
  const counter = new UsageCounter(clock, maxSubjects);
  const rows = () => [...counter.usage.rows()];
  const sum = (name: (typeof USAGE.sums)[number]) =>
    rows().reduce((total, { sums }) => total + sums[USAGE.sums.indexOf(name)]!, 0);
  const models = () => rows().map(({ subject }) => subject[2]);
  return { clock, counter, rows, sum, models };
}

it('adds up requests and tokens by minute, key, model and token', () => {
  const { clock, counter, rows, sum } = aCounter();
  counter.requestFinished(aRequest());
  counter.requestFinished(aRequest());
  counter.requestFinished(aRequest({ keyId: 8 }));
  clock.now += 60_000;
  counter.requestFinished(aRequest());
  expect(rows().map(({ subject }) => subject)).toEqual([
    [NOON, 7, 'gemini-pro', 3],
    [NOON, 8, 'gemini-pro', 3],
    [NOON + 60_000, 7, 'gemini-pro', 3],
  ]);
  expect(USAGE.sums.map(sum)).toEqual([4, 0, 0, 40, 8, 20, 12]);
});

it('sorts requests by how long they took, and by how long to their first byte', () => {
  const { counter } = aCounter();
  counter.requestFinished(aRequest({ latencyMs: 120, ttftMs: 40 }));
  counter.requestFinished(aRequest({ latencyMs: 180, ttftMs: undefined }));
  counter.requestFinished(aRequest({ latencyMs: 3e9, ttftMs: 51 }));
  expect([...counter.latency.rows()].map(({ subject, sums }) => [...subject.slice(1), ...sums])).toEqual([
    ['gemini-pro', 'total', 200, 2],
    ['gemini-pro', 'ttft', 50, 1],
    ['gemini-pro', 'total', 2_147_483_647, 1],
    ['gemini-pro', 'ttft', 100, 1],
  ]);
});

it.each<[string, Partial<RequestFinished>, 'successes' | 'failures']>([
  ['200', {}, 'successes'],
  ['204', { status: 204 }, 'successes'],
  ['a fault inside a stream', { errorCode: 'truncated' }, 'failures'],
  ['429', { status: 429, errorCode: 'rate_limited' }, 'failures'],
  ['a client that left', { status: 499, errorCode: 'client_left' }, 'failures'],
])('counts %s among the %s', (_, facts, where) => {
  const { counter, sum } = aCounter();
  counter.requestFinished(aRequest(facts));
  expect(sum(where)).toBe(1);
  expect([...counter.calls.rows()][0]!.sums.slice(0, 2)).toEqual(where === 'successes' ? [1, 0] : [0, 1]);
});

it('counts requests of nobody for no key without mixing them with the admin token', () => {
  const { counter, rows } = aCounter();
  counter.requestFinished(aRequest({ ...FAILED, tokenId: undefined, keyId: undefined, model: undefined }));
  counter.requestFinished(aRequest({ ...FAILED, tokenId: 0, keyId: undefined, model: undefined }));
  expect(rows().map(({ subject }) => subject)).toEqual([
    [NOON, 0, '', -1],
    [NOON, 0, '', 0],
  ]);
});

it('counts the attempts that failed for their key, also where the request succeeded', () => {
  const { counter, rows, sum } = aCounter();
  const error = { status: 429, message: 'slow down', details: [] };
  counter.attemptSettled(anAttempt({ keyId: 5, outcome: { kind: 'rate_limited', error } }));
  counter.attemptSettled(anAttempt({ attempt: 2 }));
  counter.attemptSettled(anAttempt({ outcome: { kind: 'client_left' } }));
  expect(rows().map(({ subject }) => subject)).toEqual([[NOON, 5, '(other)', -1]]);
  expect([sum('failedAttempts'), sum('successes'), sum('failures')]).toEqual([1, 0, 0]);
});

it('counts no check of a key as use of it, but what it failed with', () => {
  const { counter, rows } = aCounter();
  const error = { status: 403, message: 'no', details: [] };
  const check = anAttempt({ keyId: 5, outcome: { kind: 'invalid_key', error }, origin: undefined });
  counter.attemptSettled(check);
  expect(rows()).toEqual([]);
  expect([...counter.keyErrors.rows()]).toMatchObject([{ subject: [expect.any(Number), 5, 403], sums: [1] }]);
});

describe('models that clients made up', () => {
  it('are counted together', () => {
    const { counter, models } = aCounter();
    for (let i = 0; i < 1000; i += 1)
      counter.requestFinished(aRequest({ ...FAILED, model: `no-such-model-${i}` }));
    expect(models()).toEqual(['(other)']);
  });

  it('are told from one that has answered before', () => {
    const { counter, models } = aCounter();
    counter.requestFinished(aRequest({ ...FAILED }));
    counter.requestFinished(aRequest());
    counter.requestFinished(aRequest({ ...FAILED }));
    expect(models()).toEqual(['(other)', 'gemini-pro']);
  });

  it.each(['x'.repeat(101), 'a b', 'a|b', "a'b", 'модель', ''])(
    'do not get a row of their own when upstream takes %j',
    (model) => {
      const { counter, models } = aCounter();
      counter.requestFinished(aRequest({ model }));
      expect(models()).toEqual(['(other)']);
    },
  );

  it('are bounded even when all succeed', () => {
    const { counter, models } = aCounter();
    for (let i = 0; i < 3000; i += 1) counter.requestFinished(aRequest({ model: `tuned-${i}` }));
    expect(new Set(models()).size).toBe(1_001);
  });
});

it('stays exact in sum when there are too many subjects', () => {
  const { counter, rows, sum } = aCounter(10);
  for (let keyId = 1; keyId <= 500; keyId += 1) counter.requestFinished(aRequest({ keyId }));
  counter.requestFinished(aRequest({ keyId: 1 }));
  expect(rows()).toHaveLength(11);
  expect(sum('successes')).toBe(501);
  expect(rows()[0]!.sums[USAGE.sums.indexOf('successes')]).toBe(2);
});

it('puts every duration into exactly the bucket it belongs to', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (durationMs) => {
      const boundMs = latencyBound(durationMs);
      expect(boundMs).toBe(Math.min(...LATENCY_BOUNDS_MS.filter((bound) => bound >= durationMs)));
    }),
  );
});

it.each([
  ['a stranger', { status: 401, errorCode: 'unauthenticated', attempts: 0 }],
  ['a path that there is not', { status: 404, errorCode: 'unknown_path', attempts: 0 }],
  ['a token beyond its limits', { status: 429, errorCode: 'token_limited', attempts: 0 }],
])('does not take %s for a call of the pool', (_, facts) => {
  const counter = aCounter().counter;
  counter.requestFinished(aRequest(facts));
  expect(counter.pending.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
});
