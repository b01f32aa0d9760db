import type { AttentionDto, LatencyStatsDto, OverviewDto, SeriesDto, UsageDto } from '@gemini-balance/shared';
import { GatewayRig } from '../support/rigs/gateway-rig';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeysOf([{ health: 'rpm_limited' }, {}]);
  const model = rig.freshModel();
  for (let n = 0; n < 3; n++) await rig.generate(model);
  await (await rig.stream(model)).text();
  // What is no call of the pool.
  await rig.generate(model, { headers: { 'x-goog-api-key': 'sk-nobody-knows-this-one' } });
  await rig.post('/hf/v1/nothing');
});
afterAll(() => rig.close());

it('counts the calls of each window, and no strangers or mistyped paths', async () => {
  const { calls } = await rig.admin<OverviewDto>('GET', '/api/overview');
  const four = { total: 4, success: 4, failure: 0 };
  expect(calls).toEqual({ minute: four, hour: four, day: four, month: four });
});

it.each([
  ['1h', 60],
  ['8h', 8],
  ['24h', 24],
  ['7d', 56],
  ['30d', 30],
])('shows the last %s as %i buckets', async (range, count) => {
  const { buckets, total } = await rig.admin<SeriesDto>('GET', `/api/stats/series?range=${range}`);
  expect(buckets).toHaveLength(count);
  expect(total.successes).toBe(4);
  expect(total.inputTokens).toBeGreaterThan(0);
  expect(total.outputTokens).toBeGreaterThan(0);
});

it.each(['key', 'model', 'token'])('sums up by %s', async (by) => {
  const { items } = await rig.admin<UsageDto>('GET', `/api/stats/usage?by=${by}&range=1h`);
  expect(items.reduce((calls, { successes }) => calls + successes, 0)).toBe(4);
});

it('names the key that fails, and measures latency', async () => {
  const { items } = await rig.admin<AttentionDto>('GET', '/api/stats/attention?status=429');
  expect(items).toMatchObject([{ byStatus: { 429: items[0]!.errors } }]);
  expect((await rig.admin<AttentionDto>('GET', '/api/stats/attention?status=403')).items).toEqual([]);
  const { total, ttft, models } = await rig.admin<LatencyStatsDto>('GET', '/api/stats/latency?range=1h');
  expect([total.count, ttft.count, models.length]).toEqual([4, 4, 1]);
});

it.each([
  'series?range=2h',
  'usage',
  'usage?by=colour',
  'attention?status=99',
  'latency?model='.padEnd(300, 'x'),
])('refuses %s with 400', async (path) => {
  await expect(rig.admin('GET', `/api/stats/${path}`)).rejects.toThrow(/answered 400/);
});

it('counts a check of a key among no calls, but says what the key fails with', async () => {
  const byModel = () => rig.admin<UsageDto>('GET', '/api/stats/usage?by=model&range=1h');
  const before = await byModel();
  await rig.addKeysOf([{ health: 'leaked' }]);
  for (const { id } of await rig.keys()) await rig.admin('POST', `/api/keys/${id}/verify`);
  expect((await byModel()).items).toEqual(before.items);
  const { items } = await rig.admin<AttentionDto>('GET', '/api/stats/attention?status=403');
  expect(items).toMatchObject([{ errors: 1 }]);
});
