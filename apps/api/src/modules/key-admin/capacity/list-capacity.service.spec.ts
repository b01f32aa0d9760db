import type { ModelCapacityDto } from '@gemini-balance/shared';
import type { Outcome } from '../../../core/outcome';
import { FakeClock } from '../../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { TestKeys } from '../../keys/testing/test-keys';
import { LearntQuotas } from '../../quotas/learnt-quotas';
import { QuotaLearner } from '../../quotas/quota-learner';
import { QuotaStore } from '../../quotas/quota-store';
import { HourRollup } from '../../telemetry/hour-rollup';
import { anAttempt, aRequest } from '../../telemetry/testing/gateway-events';
import { UsageCounter } from '../../telemetry/usage-counter';
import { UsageOfKeys } from '../../telemetry/usage-of-keys';
import { UsageWriter } from '../../telemetry/usage-writer';
import { ListCapacityService } from './list-capacity.service';

/** A quota of 20 requests a day is used up. */
function usedUp(model: string, perDay = 20): Outcome {
  const violation = {
    quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
    quotaDimensions: { model },
    quotaValue: String(perDay),
  };
  return {
    kind: 'quota_exhausted',
    error: { status: 429, message: 'No.', details: [{ violations: [violation] }] },
  };
}

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  let keys: TestKeys;
  let counter: UsageCounter;
  let writer: UsageWriter;
  let learner: QuotaLearner;
  let store: QuotaStore;
  let capacity: ListCapacityService;

  beforeEach(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
    await start();
  });
  afterEach(() => opened.close());

  /** Once more as after a restart. */
  async function start(): Promise<void> {
    keys = await TestKeys.load(opened, clock);
    counter = new UsageCounter(clock);
    writer = new UsageWriter(opened.rows, counter, (failure) => {
      throw failure;
    });
    const quotas = new LearntQuotas();
    store = new QuotaStore(quotas, opened.dataSource, opened.gate, opened.rows);
    await store.load(clock.nowMs());
    learner = new QuotaLearner(keys.roster, quotas, store);
    const usage = new UsageOfKeys(opened.dataSource, counter, writer);
    capacity = new ListCapacityService(keys.roster, keys.pools, quotas, store, usage, clock);
  }

  function answer(keyId: number, model: string, times = 1): void {
    for (let n = 0; n < times; n++) counter.requestFinished(aRequest({ keyId, model }));
  }

  function refuse(keyId: number, model: string, outcome: Outcome): void {
    keys.settle(keyId, model, outcome);
    const attempt = anAttempt({ keyId, model, outcome, startedAtMs: clock.nowMs() - 120 });
    counter.attemptSettled(attempt);
    learner.attemptSettled(attempt);
  }

  /** A day passes as in a running gateway: what was counted is stored and summed up. */
  async function pass(ms: number): Promise<void> {
    await writer.flush();
    clock.advance(ms);
    await new HourRollup(opened.dataSource, opened.gate).run(clock.nowMs());
  }

  async function of(model: string): Promise<ModelCapacityDto | undefined> {
    const { items } = await capacity.list();
    return items.find((item) => item.kind === 'gemini' && item.model === model);
  }

  it('knows nothing but what was used before a quota is told', async () => {
    const [one] = await keys.add(['a', 'b']);
    answer(one!, 'pro', 3);
    expect(await of('pro')).toEqual({ kind: 'gemini', model: 'pro', ready: 2, resting: 0, usedToday: 3 });
  });

  it('tells what is left once a key has used its quota up', async () => {
    const [one, two, three] = await keys.add(['a', 'b', 'c']);
    answer(one!, 'pro', 20);
    answer(two!, 'pro', 5);
    answer(three!, 'flash', 2);
    refuse(one!, 'pro', usedUp('pro'));
    expect(await of('pro')).toEqual({
      kind: 'gemini',
      model: 'pro',
      ready: 2,
      resting: 1,
      nextAtMs: expect.any(Number),
      usedToday: 25,
      left: {
        requests: {
          perProject: 20,
          learntAtMs: clock.nowMs(),
          used: 25,
          total: 60,
          left: 35,
          known: 1,
          estimated: 2,
        },
      },
    });
    expect((await of('flash'))?.left).toBeUndefined();
  });

  it('remembers it over a restart', async () => {
    const [one] = await keys.add(['a', 'b']);
    answer(one!, 'pro', 20);
    refuse(one!, 'pro', usedUp('pro'));
    const before = await of('pro');
    await Promise.all([writer.flush(), store.flush(), keys.follower.flush(true)]);
    await start();
    expect(before?.left?.requests).toMatchObject({ left: 20, total: 40 });
    expect(await of('pro')).toEqual(before);
  });

  it('takes what was told last', async () => {
    const [one, two] = await keys.add(['a', 'b', 'c']);
    refuse(one!, 'pro', usedUp('pro', 20));
    clock.advance(1_000);
    refuse(two!, 'pro', usedUp('pro', 50));
    expect((await of('pro'))?.left?.requests).toMatchObject({ perProject: 50, total: 120, left: 50 });
  });

  it('lets keys of a project share its quota', async () => {
    const [one, two] = await keys.add(['a', 'b', 'c']);
    for (const id of [one!, two!]) keys.pools.of('gemini').setProject(id, '123');
    answer(one!, 'pro', 4);
    answer(two!, 'pro', 3);
    refuse(one!, 'flash', usedUp('flash'));
    expect((await of('flash'))?.left?.requests).toMatchObject({
      total: 40,
      left: 20,
      known: 1,
      estimated: 1,
    });
    expect((await of('pro'))?.usedToday).toBe(7);
  });

  it('counts calls together that upstream counts together, whatever they were called by', async () => {
    const [one, two] = await keys.add(['a', 'b']);
    answer(two!, 'pro-latest', 4);
    answer(two!, 'pro-3', 3);
    refuse(one!, 'pro-latest', usedUp('pro-3'));
    for (const model of ['pro-latest', 'pro-3'])
      expect((await of(model))?.left?.requests).toMatchObject({ used: 7, perProject: 20 });
    expect([(await of('pro-latest'))?.usedToday, (await of('pro-3'))?.usedToday]).toEqual([4, 3]);
  });

  it.each([
    ['of 24 hours', '2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z'],
    ['of 23 hours', '2026-03-08T08:00:00Z', '2026-03-09T07:00:00Z'],
    ['of 25 hours', '2026-11-01T07:00:00Z', '2026-11-02T08:00:00Z'],
  ])('begins anew at midnight in California, on a day %s', async (_, from, to) => {
    const [startMs, endMs] = [Date.parse(from), Date.parse(to)];
    clock.set(startMs - 60_000);
    const [one, two] = await keys.add(['a', 'b']);
    answer(two!, 'pro', 9);
    await pass(60_000);
    answer(one!, 'pro', 6);
    answer(two!, 'pro', 2);
    refuse(one!, 'pro', usedUp('pro'));
    await pass(endMs - startMs - 60_000);
    answer(two!, 'pro', 1);
    expect((await capacity.list()).dayEndsAtMs).toBe(endMs);
    expect(await of('pro')).toMatchObject({ usedToday: 9, left: { requests: { left: 17, total: 40 } } });

    // Keys come back within two minutes of midnight.
    await pass(60_000 + 120_000);
    expect(await of('pro')).toMatchObject({ usedToday: 0, left: { requests: { left: 40, total: 40 } } });
  });

  it('leaves kinds without keys and names that are no model out', async () => {
    const [one] = await keys.add(['a']);
    counter.attemptSettled(anAttempt({ keyId: one!, model: 'made up', outcome: usedUp('pro') }));
    answer(one!, 'pro');
    const { items } = await capacity.list();
    expect(items.map(({ kind, model }) => `${kind} ${model}`)).toEqual([
      'gemini pro',
      'gemini *',
      'vertex *',
      'paid *',
    ]);
  });
});
