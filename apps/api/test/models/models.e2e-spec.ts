import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { KeyListDto, ModelDetailDto, ModelListDto } from '@gemini-balance/shared';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const KEYS = ['one', 'two', 'three'].map((name) => simulatedKey(name));
const CHAT = 'gemini-2.5-flash';
const PAINTER = 'gemini-2.5-flash-image';
const RATE_LIMIT = '429-per-day';
const BROKEN = '500-internal';
const HIDDEN = 'gemini-2.5-pro';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys(KEYS, {
    env: {
      SEARCH_MODELS: CHAT,
      IMAGE_MODELS: PAINTER,
      THINKING_MODELS: `${CHAT},${HIDDEN}`,
      CREATE_IMAGE_MODEL: PAINTER,
      FILTERED_MODELS: HIDDEN,
      MODEL_ALIASES: `{"gpt-4o":"${CHAT}"}`,
      CLAUDE_DEFAULT_MODEL: CHAT,
    },
  });
});
afterAll(() => rig?.close());

const list = (query = '', of = rig) => of.admin<ModelListDto>('GET', `/api/models?limit=1000&${query}`);
const one = (name: string) => rig.admin<ModelDetailDto>('GET', `/api/models/${name}`);
const idsOf = async (query: string) => (await list(query)).items.map(({ id }) => id);
const namesOf = async (name: string) => (await one(name)).names.map((each) => [each.name, each.setting]);

it('lists what upstream lists, with its limits and where it comes from', async () => {
  const { items, source, totals, geminiKeys } = await list();
  expect(items.find(({ id }) => id === CHAT)).toMatchObject({
    kind: 'chat',
    inputTokens: 1_048_576,
    outputTokens: 65_536,
    thinking: { control: 'budget', min: 0, max: 24_576 },
    keys: [{ kind: 'gemini', ready: 3, resting: 0, invalid: 0, total: 3 }],
  });
  expect(source).toMatchObject({ url: `${rig.simulator.url}/v1beta`, isRefreshing: false });
  expect(Date.now() - source.listedAtMs!).toBeLessThan(600_000);
  expect([totals.models, totals.hidden, geminiKeys]).toEqual([items.length, 1, 3]);
});

it('tells every name of a model, and what hides it', async () => {
  expect(await namesOf(CHAT)).toEqual([
    [`${CHAT}-search`, 'SEARCH_MODELS'],
    [`${CHAT}-non-thinking`, 'THINKING_MODELS'],
    ['gpt-4o', 'MODEL_ALIASES'],
    ['claude-*', 'CLAUDE_DEFAULT_MODEL'],
  ]);
  expect(await namesOf(PAINTER)).toEqual([
    [`${PAINTER}-image`, 'IMAGE_MODELS'],
    [`${PAINTER}-chat`, 'CREATE_IMAGE_MODEL'],
  ]);
  expect(await one(HIDDEN)).toMatchObject({
    hiddenBy: 'FILTERED_MODELS',
    names: [{ name: `${HIDDEN}-non-thinking`, hiddenBy: 'FILTERED_MODELS' }],
  });
  await expect(one('gemini-0')).rejects.toThrow(/404.*model_not_found/);
});

it.each([
  ['shown=hidden', [HIDDEN]],
  ['search=gpt-4', [CHAT]],
  ['kind=embedding&sort=name&order=asc', ['gemini-embedding-001', 'gemini-embedding-2']],
  ['kind=video&keys=none', []],
])('finds models by %s', async (query, expected) => {
  expect(await idsOf(query)).toEqual(expected);
});

it.each(['kind=smell', 'keys=9', 'limit=0', 'colour=red'])('refuses %s', async (query) => {
  await expect(list(query)).rejects.toThrow(/400.*invalid_request/);
});

it('counts keys that rest for a model, are switched off, or are for other models', async () => {
  rig.simulator.addFault({ when: { model: CHAT }, times: 1, do: { kind: 'error', fixture: RATE_LIMIT } });
  await rig.statusOf(CHAT);
  const rested = await one(CHAT);
  expect(rested.keys[0]).toMatchObject({ ready: 2, resting: 1, total: 3 });
  expect(rested.keyDetails[0]).toMatchObject({ restingForIt: 1 });
  expect((await one(PAINTER)).keys[0]).toMatchObject({ ready: 3, resting: 0 });

  const ready = await rig.admin<KeyListDto>('GET', `/api/keys?state=ready`);
  const resting = await rig.admin<KeyListDto>('GET', `/api/keys?model=${CHAT}`);
  const others = ready.items.filter(({ id }) => id !== resting.items[0]!.id).map(({ id }) => id);
  await rig.admin('PATCH', `/api/keys/${others[0]}`, { isEnabled: false });
  await rig.admin('PATCH', `/api/keys/${others[1]}`, { group: 'painters' });
  await rig.admin('PUT', '/api/key-groups/painters', { models: [PAINTER] });
  expect((await one(CHAT)).keys[0]).toMatchObject({ ready: 0, resting: 1, disabled: 1, barred: 1 });
  expect((await one(CHAT)).keyDetails[0]!.barredGroups).toEqual(['painters']);
  expect((await one(PAINTER)).keys[0]).toMatchObject({ ready: 2, disabled: 1, barred: 0 });
  expect(await idsOf('keys=resting')).toEqual([CHAT]);
});

it('fetches the list when it is told to, and keeps it when that fails', async () => {
  const { source: before } = await list();
  const { source } = await rig.admin<ModelListDto>('POST', '/api/models/refresh');
  expect(source.listedAtMs).toBeGreaterThan(before.listedAtMs!);
  rig.simulator.addFault({ when: { method: 'GET' }, do: { kind: 'error', fixture: BROKEN } });
  await expect(rig.admin('POST', '/api/models/refresh')).rejects.toThrow(/50\d/);
  const failed = await list();
  expect(failed.items.length).toBeGreaterThan(10);
  expect(failed.source).toMatchObject({
    listedAtMs: source.listedAtMs,
    error: { message: expect.any(String) },
  });
});

it('tells that there is no list where there are no keys, and has one once there are', async () => {
  const empty = await GatewayRig.startWithKeys(KEYS, { env: { API_KEYS: '' } });
  try {
    const none = await list('', empty);
    expect(none).toMatchObject({ items: [], geminiKeys: 0, source: { error: { code: 'no_usable_key' } } });
    expect(none.source).not.toHaveProperty('listedAtMs');
    await empty.admin('POST', '/api/keys/import', { text: KEYS.join('\n') });
    await until(async () => (await list('', empty)).items.find(({ id }) => id === CHAT));
  } finally {
    await empty.close();
  }
});
