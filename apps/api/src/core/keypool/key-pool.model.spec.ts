import fc from 'fast-check';
import { anOutcome } from '../testing/outcomes';
import { aKey, aPoolOf } from '../testing/pool-keys';
import type { Hold, KeyId } from './hold';
import { isLease, type PoolKey } from './key-pool';

const MODELS = ['pro', 'flash', 'lite'];
const KEYS = 5;

/** The truth, the slow way: every key is asked, every time. */
class SlowPool {
  readonly keys = new Map<KeyId, PoolKey>();
  /** Holds by subject and scope. */
  readonly holds = new Map<string, Hold>();

  hold(hold: Hold, nowMs: number): void {
    const name = `${hold.subject.kind} ${hold.subject.id} ${hold.scope}`;
    const present = this.holds.get(name);
    if (present === undefined || present.untilMs <= nowMs || present.untilMs < hold.untilMs)
      this.holds.set(name, hold);
  }

  readyAtMs(key: PoolKey, model: string): number {
    if (!key.isEnabled) return Infinity;
    const names = [`key ${key.id}`, `project ${key.project}`].flatMap((name) => [
      `${name} *`,
      `${name} ${model}`,
    ]);
    return Math.max(0, ...names.map((name) => this.holds.get(name)?.untilMs ?? 0));
  }

  ready(model: string, nowMs: number): KeyId[] {
    return [...this.keys.values()].filter((key) => this.readyAtMs(key, model) <= nowMs).map(({ id }) => id);
  }

  nextAtMs(model: string): number | undefined {
    const firstMs = Math.min(...[...this.keys.values()].map((key) => this.readyAtMs(key, model)));
    return firstMs === Infinity ? undefined : firstMs;
  }
}

const id = fc.integer({ min: 1, max: KEYS });
const model = fc.constantFrom(...MODELS);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('acquire' as const),
      model,
      tried: fc.array(id, { maxLength: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      id,
      subject: fc.constantFrom('key' as const, 'project' as const),
      scope: fc.constantFrom('*', ...MODELS),
      forMs: fc.constantFrom(1, 50, 300, 1_000, Infinity),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 400 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      key: fc.record({
        id,
        weight: fc.integer({ min: 1, max: 4 }),
        isEnabled: fc.boolean(),
        project: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      }),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('the key pool and a pool that asks every key', () => {
  it('agree on who is ready, and on when somebody is', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => run(steps)),
      { numRuns: 200 },
    );
  });
});

function run(steps: readonly Step[]): void {
  const { pool, clock } = aPoolOf(0);
  const slow = new SlowPool();
  const put = (key: PoolKey) => {
    pool.put(key);
    slow.keys.set(key.id, key);
  };
  for (let each = 1; each <= KEYS; each++) put(aKey(each, each % 3 ? {} : { project: 'a' }));

  for (const now of steps) {
    const nowMs = clock.nowMs();
    switch (now.do) {
      case 'wait':
        clock.advance(now.ms);
        break;
      case 'put':
        put(aKey(now.key.id, now.key));
        break;
      case 'remove':
        pool.remove(now.id);
        slow.keys.delete(now.id);
        for (const name of slow.holds.keys()) if (name.startsWith(`key ${now.id} `)) slow.holds.delete(name);
        break;
      case 'release': {
        pool.release(now.id);
        const key = slow.keys.get(now.id);
        const owners = key ? [`key ${key.id} `, `project ${key.project} `] : [];
        for (const name of slow.holds.keys())
          if (owners.some((owner) => name.startsWith(owner))) slow.holds.delete(name);
        break;
      }
      case 'hold': {
        const project = slow.keys.get(now.id)?.project;
        if (!slow.keys.has(now.id) || (now.subject === 'project' && project === undefined)) break;
        const subject =
          now.subject === 'key'
            ? { kind: 'key' as const, id: now.id }
            : { kind: 'project' as const, id: project! };
        const hold: Hold = {
          subject,
          scope: now.scope,
          sinceMs: nowMs,
          untilMs: nowMs + now.forMs,
          reason: 'rate_limited',
          strikes: 1,
        };
        pool.apply([hold]);
        slow.hold(hold, nowMs);
        break;
      }
      case 'acquire': {
        const tried = new Set(now.tried);
        const ready = slow.ready(now.model, nowMs);
        const free = ready.filter((each) => !tried.has(each));
        const answer = pool.acquire(now.model, tried);
        if (isLease(answer)) {
          expect(free).toContain(answer.keyId);
          answer.settle(anOutcome('client_left'));
        } else {
          expect(free).toEqual([]);
          expect(answer.nextAtMs).toBe(ready.length > 0 ? undefined : slow.nextAtMs(now.model));
        }
        break;
      }
    }
    const answers = [...slow.keys.keys()].map((each) => pool.acquireById(each, 'pro'));
    for (const answer of answers) if (isLease(answer)) answer.settle(anOutcome('client_left'));
    const lent = answers.flatMap((answer) => (isLease(answer) ? [answer.keyId] : []));
    expect(lent).toEqual(slow.ready('pro', clock.nowMs()));
  }
  expect(pool.inFlight).toBe(0);
  const { ready, resting, invalid, disabled, total } = pool.totals();
  expect([ready + resting + invalid + disabled, total]).toEqual([slow.keys.size, slow.keys.size]);
  expect(ready).toBe(slow.ready('*', clock.nowMs()).length);
}
