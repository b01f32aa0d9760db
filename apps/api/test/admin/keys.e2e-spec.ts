import type {
  KeyDetailDto,
  KeyDto,
  KeyGroupDto,
  KeyListDto,
  KeysByStatusDto,
  KeyStatusDto,
  ModelCapacityListDto,
  SharedRestDto,
} from '@gemini-balance/shared';
import { auditedActions } from '../support/audited-actions';
import { inParallel } from '../support/in-parallel';
import { CLIENT_TOKEN, ADMIN_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { TEST_MODEL: 'test-model-599' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

it('keeps the keys of a group to its models, at once', async () => {
  const [limited, free] = await rig.addKeys(2);
  const [id] = await rig.keyIds();
  const [allowed, other] = [rig.freshModel(), rig.freshModel()];
  await rig.admin('PATCH', `/api/keys/${id}`, { group: 'few' });
  await rig.admin('PUT', '/api/key-groups/few', { models: [`models/${allowed}`], note: 'paid by X' });
  await inParallel(6, 2, async () => {
    expect((await rig.generate(other)).status).toBe(200);
    expect((await rig.generate(allowed)).status).toBe(200);
  });
  expect(new Set(rig.callsFor(other).map(({ key }) => key))).toEqual(new Set([free]));
  expect(new Set(rig.callsFor(allowed).map(({ key }) => key))).toEqual(new Set([limited, free]));
  const groups = await rig.admin<{ items: KeyGroupDto[] }>('GET', '/api/key-groups');
  expect(groups.items).toContainEqual({ name: 'few', models: [allowed], note: 'paid by X', keys: 1 });

  rig.gateway = await rig.gateway.restart();
  rig.simulator.forgetRequests();
  await rig.admin('POST', '/api/keys/disable', { ids: (await rig.keyIds()).slice(1) });
  expect((await rig.generate(other)).status).toBe(404);
  await rig.admin('DELETE', '/api/key-groups/few');
  expect((await rig.generate(other)).status).toBe(200);
});

it('uses only verified keys after a mass failure, and spares clients the dead ones', async () => {
  await rig.addKeysOf(
    Array.from({ length: 40 }, (_, n) => (n % 13 === 12 ? {} : { health: 'leaked' as const })),
  );
  const model = rig.freshModel();
  const statuses = await inParallel(30, 4, async () => (await rig.generate(model)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const asked = new Set(rig.callsFor(model).map(({ key }) => key));
  // Ten dead keys show the mass failure; those that four requests hold at that time may come on top.
  expect(asked.size).toBeLessThan(20);
  const { items } = await rig.admin<{ items: { kind: string; isCautious: boolean }[] }>(
    'GET',
    '/api/keys/verification',
  );
  expect(items.map(({ kind }) => kind)).toEqual(['gemini', 'vertex', 'paid']);
});

it('shows what was sent with a key and what went wrong', async () => {
  const [key] = await rig.addKeys(1);
  const [id] = await rig.keyIds();
  const model = rig.freshModel();
  for (let n = 0; n < 3; n++) await rig.generate(model);
  rig.simulator.on({ model, key }).fail('429-per-day');
  await rig.generate(model);
  let detail: KeyDetailDto;
  // The log is written behind the answers.
  do detail = await rig.admin<KeyDetailDto>('GET', `/api/keys/${id}`);
  while (detail.lastErrors.length === 0);
  expect(detail.lastErrors).toMatchObject([{ model, outcome: 'quota_exhausted', status: 429 }]);
  expect(detail).toMatchObject({
    id,
    holds: [{ scope: model, reason: 'quota_exhausted' }],
    day: { calls: 4, failures: 1 },
  });
  expect(detail.byModel).toEqual([
    { model, calls: 4, failures: 1, inputTokens: expect.any(Number), outputTokens: expect.any(Number) },
  ]);
  expect(detail.byHour).toHaveLength(24);
  expect(detail.byHour.reduce((sum, { calls }) => sum + calls, 0)).toBe(4);
  expect((await rig.admin<KeyListDto>('GET', `/api/keys?model=${model}`)).items).toMatchObject([
    { id, day: { calls: 4 } },
  ]);
  const capacity = await rig.admin<ModelCapacityListDto>('GET', '/api/keys/capacity');
  expect(capacity.items.find((item) => item.model === model)).toMatchObject({
    kind: 'gemini',
    ready: 0,
    resting: 1,
    nextAtMs: expect.any(Number),
    usedToday: 3,
  });
});

it('lifts the rest of a model', async () => {
  await rig.addKeys(2);
  const model = rig.freshModel();
  rig.simulator.on({ model }).fail('429-bare');
  await rig.generate(model);
  await rig.generate(model);
  const rests = await rig.admin<{ items: SharedRestDto[] }>('GET', '/api/keys/rests');
  expect(rests.items).toContainEqual(expect.objectContaining({ subject: 'model', name: model }));
  rig.simulator.clearFaults();
  expect(await rig.admin('POST', '/api/keys/rests/lift', { subject: 'model', name: model })).toEqual({
    changed: 1,
  });
  await rig.admin('POST', '/api/keys/reset', { ids: await rig.keyIds() });
  expect((await rig.generate(model)).status).toBe(200);
});

describe('secrets', () => {
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${rig.gateway.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('are shown one by one and exported in three forms, and each time is noted', async () => {
    const keys = await rig.addKeys(2);
    const [id] = await rig.keyIds();
    await rig.admin('PATCH', `/api/keys/${id}`, { note: '=cmd "x", y' });
    expect(await rig.admin('POST', `/api/keys/${id}/reveal`)).toEqual({ secret: keys[0] });
    expect(await (await post('/api/keys/export', { filter: {} })).text()).toBe(`${keys.join('\n')}\n`);
    const json = await (await post('/api/keys/export', { filter: {}, format: 'json' })).json();
    expect(json).toMatchObject([{ key: keys[0], note: '=cmd "x", y', state: 'ready' }, { key: keys[1] }]);
    const csv = await (await post('/api/keys/export', { ids: [id], format: 'csv' })).text();
    expect(csv.split('\r\n')[1]).toContain(`${keys[0]},gemini,ready,,,"'=cmd ""x"", y",1,true,0`);
    expect(await auditedActions(rig, 'keys.reveal')).toContainEqual(
      expect.objectContaining({ subject: String(id) }),
    );
    expect(await auditedActions(rig, 'keys.export')).toHaveLength(3);
  });

  it('are masked in the status lists, and shown in one of them when the admin asks', async () => {
    const [key] = await rig.addKeys(2);
    const [, second] = await rig.keyIds();
    const model = rig.freshModel();
    await rig.admin('POST', '/api/keys/disable', { ids: [second] });
    for (let n = 0; n < 2; n++) await rig.generate(model);
    const before = await rig.admin<KeyStatusDto[]>('GET', '/api/status/keys');
    expect(before).toEqual([
      {
        key: expect.stringContaining('…'),
        available: true,
        usedToday: 2,
        cooling: false,
        remainingSeconds: 0,
      },
      {
        key: expect.stringContaining('…'),
        available: false,
        usedToday: 0,
        cooling: false,
        remainingSeconds: 0,
      },
    ]);
    rig.simulator.on({ model }).fail('429-per-minute');
    await rig.generate(model);
    const [cooling] = await rig.admin<KeyStatusDto[]>('GET', '/api/status/keys');
    expect(cooling).toMatchObject({ available: true, cooling: true, usedToday: 3 });
    expect(cooling!.remainingSeconds).toBeGreaterThan(0);

    const list = async (query: string, token: string) =>
      fetch(`${rig.gateway.url}/v1/keys/list${query}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await list('', CLIENT_TOKEN)).status).toBe(403);
    expect((await list('', 'sk-nobody')).status).toBe(401);
    const masked = await (await list('', ADMIN_TOKEN)).text();
    expect(masked).not.toContain(key);
    expect(JSON.parse(masked)).toMatchObject({ status: 'success', total: 2 });
    const revealed = (await (await list('?reveal=true', ADMIN_TOKEN)).json()) as KeysByStatusDto;
    expect(revealed.data.valid_keys).toEqual({ [key!]: 0 });
    expect(Object.keys(revealed.data.invalid_keys)).toHaveLength(1);
    // The row is written behind the answer.
    const isNoted = async (): Promise<boolean> =>
      (await auditedActions(rig, 'keys.reveal')).some(({ details }) => details?.route === '/v1/keys/list');
    while (!(await isNoted()));
  });
});

it('adds one key in whatever form, once', async () => {
  const body = {
    secret: ' Some-key-of-a-form-not-known-yet-1 ',
    note: 'odd',
    kind: 'paid',
    isEnabled: false,
  };
  const created = await rig.admin<KeyDto>('POST', '/api/keys', body);
  expect(created).toMatchObject({ kind: 'paid', note: 'odd', state: 'disabled' });
  await expect(rig.admin('POST', '/api/keys', body)).rejects.toThrow('answered 409');
  await rig.admin('DELETE', `/api/keys/${created.id}`);
  await expect(rig.admin('DELETE', `/api/keys/${created.id}`)).rejects.toThrow('answered 404');
});
