import type { ScheduleDto, StorageDto, StoredKindDto } from '@gemini-balance/shared';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openaiSdk } from '../support/clients/openai-sdk';
import { uploadFile } from '../support/clients/uploads';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const DAY_MS = 86_400_000;
const PICTURE = '0123456789abcdef01234567.png';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeys(1);
});
afterAll(() => rig.close());

const storage = (): Promise<StorageDto> => rig.admin('GET', '/api/storage');
const ofKind = async (name: StoredKindDto['name']): Promise<StoredKindDto> =>
  (await storage()).kinds.find((kind) => kind.name === name)!;
const set = (name: string, value: unknown): Promise<unknown> =>
  rig.admin('PATCH', '/api/settings', { set: { [name]: value } });
const runNow = (name: string): Promise<ScheduleDto> => rig.admin('POST', `/api/schedules/${name}/run`);

/** Puts a picture where the gateway keeps those of a day. */
function keepPicture(atMs: number): string {
  const day = new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const folder = join(rig.gateway.dataDir, 'pictures', day);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, PICTURE), 'picture');
  return join(folder, PICTURE);
}

it('tells how large the database is, and what space is left', async () => {
  const { database, disk, kinds } = await storage();
  expect(database).toMatchObject({ kind: 'sqlite', unusedBytes: expect.any(Number) });
  expect(database.bytes + database.walBytes!).toBeGreaterThan(4_096);
  expect(disk.path).toBe(rig.gateway.dataDir);
  expect(disk.freeBytes).toBeGreaterThan(0);
  expect(disk.totalBytes).toBeGreaterThan(disk.freeBytes);
  expect(kinds.map(({ name }) => name)).toEqual([
    'requests',
    'attempts',
    'audit',
    'usage',
    'log-files',
    'pictures',
    'responses',
    'files',
  ]);
});

it('counts what there is of each kind, and tells since when', async () => {
  const beforeMs = Date.now();
  await rig.generate(rig.freshModel());
  await uploadFile(rig.gateway.url);
  const requests = await until(async () => {
    const found = await ofKind('requests');
    return found.count > 0 ? found : undefined;
  });
  expect(requests.oldestAtMs).toBeGreaterThanOrEqual(beforeMs - 60_000);
  expect(await ofKind('files')).toMatchObject({
    count: 1,
    bytes: 12,
    isUpstream: true,
    retention: { rule: 'upstream' },
    schedule: 'clean-up-files',
  });
  expect((await ofKind('log-files')).bytes).toBeGreaterThan(0);
});

it('tells how long each is kept, as the settings say at this moment', async () => {
  expect(await ofKind('requests')).toMatchObject({ retention: { rule: 'forever' } });
  await set('AUTO_DELETE_REQUEST_LOGS_ENABLED', true);
  expect(await ofKind('requests')).toMatchObject({
    retention: { rule: 'days', days: 30 },
    settings: ['AUTO_DELETE_REQUEST_LOGS_ENABLED', 'AUTO_DELETE_REQUEST_LOGS_DAYS'],
    schedule: 'clean-up-logs',
  });
});

it('deletes pictures when the settings say so, and only then', async () => {
  const old = keepPicture(Date.now() - 40 * DAY_MS);
  const fresh = keepPicture(Date.now());
  expect((await runNow('clean-up-pictures')).lastResult).toMatch(/kept for good/);
  expect(await ofKind('pictures')).toMatchObject({ count: 2, bytes: 14, retention: { rule: 'forever' } });
  await set('LOCAL_UPLOAD_DAYS', 30);
  expect((await runNow('clean-up-pictures')).lastResult).toBe('1 picture(s) deleted.');
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  expect(await ofKind('pictures')).toMatchObject({ count: 1, retention: { rule: 'days', days: 30 } });
});

it('forgets responses by a schedule that an administrator can run', async () => {
  const openai = openaiSdk(rig.gateway.url);
  const { id } = await openai.responses.create({ model: rig.freshModel(), input: 'Say hello' });
  expect(await ofKind('responses')).toMatchObject({ count: 1, retention: { rule: 'days', days: 7 } });
  expect((await runNow('clean-up-responses')).lastResult).toBe('0 response(s) forgotten.');
  expect(await openai.responses.retrieve(id)).toMatchObject({ id });
  await set('STORED_RESPONSES_DAYS', 0);
  expect((await runNow('clean-up-responses')).lastResult).toBe('1 response(s) forgotten.');
  await expect(openai.responses.retrieve(id)).rejects.toMatchObject({ status: 404 });
});

it('is for administrators alone', async () => {
  const headers = { authorization: `Bearer ${CLIENT_TOKEN}` };
  expect((await fetch(`${rig.gateway.url}/api/storage`, { headers })).status).toBe(401);
});
