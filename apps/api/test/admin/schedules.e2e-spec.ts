import type { KeyListDto, ProxyCheckDto, ProxyListDto, ScheduleDto } from '@gemini-balance/shared';
import { anHttpProxy, type LocalProxy } from '../../src/core/testing/local-proxies';
import { aClosedPort } from '../../src/core/testing/local-server';
import { GatewayRig } from '../support/rigs/gateway-rig';

let rig: GatewayRig;
let proxy: LocalProxy;
let dead: string;

beforeAll(async () => {
  proxy = await anHttpProxy('joe:pass word');
  dead = `http://127.0.0.1:${await aClosedPort()}`;
  const env = { PROXIES: JSON.stringify([`http://joe:pass%20word@127.0.0.1:${proxy.port}`, dead]) };
  rig = await GatewayRig.start({ env });
});
afterAll(async () => {
  await rig.close();
  await proxy.close();
});

describe('scheduled work', () => {
  const schedules = async (): Promise<ScheduleDto[]> =>
    (await rig.admin<{ items: ScheduleDto[] }>('GET', '/api/schedules')).items;

  it('is listed with its next run', async () => {
    const listed = await schedules();
    expect(listed.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['check-proxies', 'clean-up-logs', 'forget-jobs', 'recheck-keys']),
    );
    for (const { nextAtMs, everyMs, dailyAt } of listed)
      expect(nextAtMs === undefined).toBe(everyMs === undefined && dailyAt === undefined);
  });

  it('runs when an administrator wants it, and tells what came of it', async () => {
    await rig.addKeysOf([{ health: 'wrong_type' }]);
    const [key] = await rig.keys();
    for (let n = 0; n < 3; n++) await rig.admin('POST', `/api/keys/${key!.id}/verify`);
    const ran = await rig.admin<ScheduleDto>('POST', '/api/schedules/recheck-keys/run');
    expect(ran).toMatchObject({
      isRunning: false,
      hasFailed: false,
      lastResult: expect.stringMatching(/invalid key/),
    });
    expect((await schedules()).find(({ name }) => name === 'recheck-keys')).toEqual(ran);
    await expect(rig.admin('POST', '/api/schedules/mow-the-lawn/run')).rejects.toThrow('answered 404');
    await rig.reset();
  });

  it('sees a new interval at once', async () => {
    const nextOf = async () => (await schedules()).find(({ name }) => name === 'recheck-keys');
    const before = await nextOf();
    await rig.admin('PATCH', '/api/settings', { set: { CHECK_INTERVAL_HOURS: 0 } });
    expect(await nextOf()).not.toHaveProperty('nextAtMs');
    await rig.admin('PATCH', '/api/settings', { set: { CHECK_INTERVAL_HOURS: 5 } });
    expect((await nextOf())!.nextAtMs! - before!.nextAtMs!).toBe(4 * 3_600_000);
  });
});

describe('egress proxies', () => {
  it('are listed without credentials, with their keys', async () => {
    await rig.addKeys(12);
    const { items, isFixedPerKey } = await rig.admin<ProxyListDto>('GET', '/api/proxies');
    expect(isFixedPerKey).toBe(true);
    expect(items).toMatchObject([
      { scheme: 'http', host: '127.0.0.1', port: proxy.port, hasCredentials: true },
      { id: dead, hasCredentials: false },
    ]);
    expect(items[0]!.keys! + items[1]!.keys!).toBe(12);
    expect(JSON.stringify(items)).not.toMatch(/joe|pass/);
    const { items: keys } = await rig.admin<KeyListDto>(
      'GET',
      `/api/keys?egress=${encodeURIComponent(items[0]!.id)}`,
    );
    expect(keys).toHaveLength(items[0]!.keys!);
    expect(keys.every(({ egress }) => egress === items[0]!.id)).toBe(true);
    await rig.reset();
  });

  it('are checked by id, by URL, and all; a dead one rests', async () => {
    const [well] = (await rig.admin<ProxyListDto>('GET', '/api/proxies')).items;
    const check = (proxy: string) => rig.admin<ProxyCheckDto>('POST', '/api/proxies/check', { proxy });
    expect(await check(well!.id)).toMatchObject({ isAvailable: true, latencyMs: expect.any(Number) });
    expect(await check(`http://eve:wrong@127.0.0.1:${proxy.port}`)).toMatchObject({ isAvailable: false });
    await expect(check('not a proxy')).rejects.toThrow('answered 400');
    const all = await rig.admin<{ items: ProxyCheckDto[] }>('POST', '/api/proxies/check-all', {
      useCache: false,
    });
    expect(all.items.map(({ isAvailable }) => isAvailable)).toEqual([true, false]);
    const { items } = await rig.admin<ProxyListDto>('GET', '/api/proxies');
    expect(items).toMatchObject([
      { lastCheck: { isAvailable: true } },
      { restsUntilMs: expect.any(Number), lastCheck: { isAvailable: false, error: expect.any(String) } },
    ]);
    expect(JSON.stringify([all, items])).not.toMatch(/joe|pass|eve|wrong/);
  });
});
