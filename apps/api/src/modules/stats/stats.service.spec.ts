import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { aFailure } from '../logs/testing/stored-logs';
import { HourRollup } from '../telemetry/hour-rollup';
import { aRequest } from '../telemetry/testing/gateway-events';
import { UsageCounter } from '../telemetry/usage-counter';
import { UsageWriter } from '../telemetry/usage-writer';
import { AttentionReader } from './attention-reader';
import { LatencyReader } from './latency-reader';
import { StatsService } from './stats.service';
import { UsageReader } from './usage-reader';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Half past twelve. */
const NOON = Date.UTC(2026, 10, 20, 12, 30);
const FOR_A_CLIENT = { origin: { routePath: '/v1/chat/completions', identity: { id: 3 } } };

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  let counter: UsageCounter;
  let stats: StatsService;

  beforeAll(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
    counter = new UsageCounter(clock);
    const writer = new UsageWriter(opened.rows, counter, (failure) => {
      throw failure;
    });
    stats = new StatsService(clock, {
      flush: () => writer.flush(),
      timeZone: () => 'UTC',
      usage: new UsageReader(opened.dataSource),
      latency: new LatencyReader(opened.dataSource),
      attention: new AttentionReader(opened.dataSource),
      names: {
        maskedKey: (id) => (id < 9 ? `AIza…${id}` : undefined),
        tokenName: (id) => `token ${id}`,
      },
    });
    const at = (agoMs: number, act: () => void): void => {
      clock.set(NOON - agoMs);
      act();
    };
    at(5 * 24 * HOUR_MS, () => counter.requestFinished(aRequest({ keyId: 8, latencyMs: 4_000 })));
    at(5 * HOUR_MS, () => {
      counter.requestFinished(aRequest({ keyId: 8 }));
      counter.attemptSettled(aFailure({ ...FOR_A_CLIENT, keyId: 8 }));
      counter.attemptSettled(aFailure({ ...FOR_A_CLIENT, keyId: 9 }));
      counter.attemptSettled(aFailure({ ...FOR_A_CLIENT, keyId: 9 }));
    });
    at(2 * MINUTE_MS, () => {
      for (let n = 0; n < 3; n++) counter.requestFinished(aRequest());
      counter.requestFinished(
        aRequest({ status: 503, errorCode: 'overloaded', usage: undefined, tokenId: 4 }),
      );
      counter.requestFinished(aRequest({ model: 'gemini-flash', tokenId: 0 }));
      counter.requestFinished(aRequest({ status: 401, errorCode: 'unauthenticated', attempts: 0 }));
      counter.attemptSettled(aFailure({ ...FOR_A_CLIENT, keyId: 7 }));
      const error = { status: 403, message: 'No.', details: [] };
      counter.attemptSettled(
        aFailure({ ...FOR_A_CLIENT, keyId: 7, outcome: { kind: 'project_suspended', error } }),
      );
    });
    clock.set(NOON);
    await writer.flush();
    await new HourRollup(opened.dataSource, opened.gate).run(NOON);
  });
  afterAll(() => opened.close());

  it('shows calls over time, buckets without a call among them', async () => {
    const { buckets, total } = await stats.series({ range: '1h' });
    expect(buckets).toHaveLength(60);
    expect(buckets.filter(({ successes }) => successes > 0)).toEqual([
      {
        startMs: NOON - 2 * MINUTE_MS,
        successes: 4,
        failures: 1,
        inputTokens: 40,
        cachedTokens: 8,
        outputTokens: 20,
        thinkingTokens: 12,
      },
    ]);
    expect(total).toMatchObject({ successes: 4, failures: 1 });
  });

  it.each([
    ['8h', 5],
    ['24h', 5],
    ['7d', 6],
    ['30d', 6],
  ] as const)('counts the last %s, stored by the minute or by the hour', async (range, successes) => {
    expect((await stats.series({ range })).total).toMatchObject({ successes, failures: 1 });
    const ofKeys = await Promise.all([7, 8].map((keyId) => stats.series({ range, keyId })));
    const sum = ofKeys.reduce((calls, { total }) => calls + total.successes, 0);
    expect(sum).toBe(successes);
    const { items } = await stats.usage({ by: 'key', range });
    expect(items.reduce((calls, item) => calls + item.successes, 0)).toBe(successes);
  });

  it.each([
    [{ model: 'gemini-flash' }, 1, 0],
    [{ tokenId: 0 }, 1, 0],
    [{ tokenId: 4 }, 0, 1],
    [{ keyId: 7, model: 'gemini-pro' }, 3, 1],
    [{ keyId: 99 }, 0, 0],
  ])('counts those of %j alone', async (filters, successes, failures) => {
    for (const range of ['1h', '24h'] as const) {
      const { total } = await stats.series({ range, ...filters });
      expect(total).toMatchObject({ successes, failures });
    }
  });

  it('sums up by key, model and token, the most used first', async () => {
    const by = async (subject: 'key' | 'model' | 'token') =>
      (await stats.usage({ by: subject, range: '24h' })).items;
    expect(await by('key')).toMatchObject([
      { key: { id: 7, masked: 'AIza…7' }, successes: 4, failures: 1, failedAttempts: 2 },
      { key: { id: 8 }, successes: 1, failedAttempts: 1 },
      { key: { id: 9 }, successes: 0, failedAttempts: 2 },
    ]);
    expect(await by('model')).toMatchObject([
      { model: 'gemini-pro', successes: 4, failures: 1 },
      { model: 'gemini-flash', successes: 1 },
    ]);
    expect(await by('token')).toMatchObject([
      { token: { id: 3, name: 'token 3' }, successes: 4, inputTokens: 40 },
      { successes: expect.any(Number) as number },
      { successes: expect.any(Number) as number },
    ]);
    expect((await stats.usage({ by: 'key', range: '24h', limit: 1 })).items).toHaveLength(1);
  });

  it('estimates latency in all, over time and by model', async () => {
    const { total, ttft, buckets, models } = await stats.latency({ range: '7d' });
    expect([total.count, ttft.count]).toEqual([7, 7]);
    expect(total.p50Ms).toBeGreaterThan(100);
    expect(total.p99Ms).toBeGreaterThan(3_000);
    expect(buckets.filter((bucket) => bucket.total.count > 0)).toHaveLength(3);
    expect(models.map(({ model, total: { count } }) => [model, count]).sort()).toEqual([
      ['gemini-flash', 1],
      ['gemini-pro', 6],
    ]);
    expect((await stats.latency({ range: '1h', model: 'gemini-flash' })).total.count).toBe(1);
  });

  it('names the keys that fail, by status, and leaves out those that are gone', async () => {
    expect((await stats.attention({})).items).toEqual([
      { key: { id: 7, masked: 'AIza…7' }, errors: 2, byStatus: { 403: 1, 429: 1 } },
      { key: { id: 8, masked: 'AIza…8' }, errors: 1, byStatus: { 429: 1 } },
    ]);
    expect((await stats.attention({ status: '403' })).items).toMatchObject([{ key: { id: 7 }, errors: 1 }]);
  });
});
