import type {
  JobDto,
  KeyDto,
  KeyListDto,
  ProxyCheckDto,
  ProxyListDto,
  ScheduleDto,
} from '@gemini-balance/shared';
import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { setTimeout as passed } from 'node:timers/promises';
import { anHttpProxy, type LocalProxy } from '../../src/core/testing/local-proxies';
import { aClosedPort } from '../../src/core/testing/local-server';
import { ADMIN_TOKEN, type GatewayProcess, startGateway } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

/** What one process changes is live in another within this time. */
const FOLLOWED_WITHIN_MS = 2_000;

let rig: GatewayRig;
let other: GatewayProcess;
let proxy: LocalProxy;
let dead: string;

beforeAll(async () => {
  proxy = await anHttpProxy('joe:pass word');
  dead = `http://127.0.0.1:${await aClosedPort()}`;
  const env = { PROXIES: JSON.stringify([`http://joe:pass%20word@127.0.0.1:${proxy.port}`, dead]) };
  rig = await GatewayRig.start({ env });
  other = await startGateway({ BASE_URL: `${rig.simulator.url}/v1beta` }, rig.gateway.dataDir);
});
afterAll(async () => {
  await other.stop('SIGKILL');
  await rig.close();
  await proxy.close();
});

async function askOther<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${other.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Asks again until the answer is as wanted; fails when that takes too long. */
async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
  withinMs = FOLLOWED_WITHIN_MS,
): Promise<Answer> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`In vain: ${JSON.stringify(answer)}`);
    await passed(50);
  }
}

const keysThere = async (): Promise<KeyDto[]> =>
  (await askOther<KeyListDto>('GET', '/api/keys?limit=500')).items.reverse();

describe('two processes on one database', () => {
  it('see what the other one adds, changes, finds out, lifts and deletes', async () => {
    const [good, bad] = await rig.addKeys(2);
    const [first, second] = await eventually(keysThere, (keys) => keys.length === 2);
    await rig.admin('PATCH', `/api/keys/${first!.id}`, { note: 'from here', weight: 4 });
    await eventually(keysThere, ([key]) => key!.note === 'from here' && key!.weight === 4);
    await askOther('PATCH', `/api/keys/${first!.id}`, { isEnabled: false });
    await eventually(
      () => rig.keys(),
      ([key]) => key!.state === 'disabled',
    );

    rig.simulator.on({ key: bad! }).fail('403-leaked-key');
    await askOther('POST', `/api/keys/${second!.id}/verify`);
    await eventually(
      () => rig.keys(),
      ([, key]) => key!.state === 'invalid' && key!.holds.length === 1,
    );
    await rig.admin('POST', `/api/keys/${second!.id}/reset`);
    await eventually(keysThere, ([, key]) => key!.state === 'ready');

    await askOther('DELETE', `/api/keys/${second!.id}`).catch(() => undefined);
    await eventually(
      () => rig.keys(),
      (keys) => keys.length === 1,
    );
    expect(good).toBeDefined();
    await rig.reset();
  });

  it('take up the job of one that was killed', async () => {
    const text = Array.from({ length: 40 }, (_, n) => simulatedKey(`taken-up-${n}`)).join('\n');
    await rig.admin('POST', '/api/keys/import', { text });
    await eventually(keysThere, (keys) => keys.length === 40);
    rig.simulator.on().do({ kind: 'latency', ms: 400 });
    const { id } = await rig.admin<JobDto>('POST', '/api/keys/jobs', { action: 'verify', filter: {} });
    const jobThere = () => askOther<JobDto>('GET', `/api/jobs/${id}`);
    await eventually(jobThere, (job) => job.state === 'running' && job.done > 0, 5_000);
    await rig.gateway.stop('SIGKILL');
    rig.simulator.clearFaults();
    const over = await eventually(jobThere, (job) => job.endedAtMs !== undefined, 30_000);
    expect(over).toMatchObject({ state: 'done', total: 40, done: 40 });
    rig.gateway = await rig.gateway.restart();
    await rig.reset();
  }, 60_000);
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

  it('runs when an administrator wants it, and both processes know what came of it', async () => {
    await rig.addKeysOf([{ health: 'wrong_type' }]);
    const [key] = await rig.keys();
    for (let n = 0; n < 3; n++) await rig.admin('POST', `/api/keys/${key!.id}/verify`);
    const ran = await rig.admin<ScheduleDto>('POST', '/api/schedules/recheck-keys/run');
    expect(ran).toMatchObject({
      isRunning: false,
      hasFailed: false,
      lastResult: expect.stringMatching(/invalid key/),
    });
    const there = await askOther<{ items: ScheduleDto[] }>('GET', '/api/schedules');
    expect(there.items.find(({ name }) => name === 'recheck-keys')).toEqual({
      ...ran,
      nextAtMs: ran.nextAtMs,
    });
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
