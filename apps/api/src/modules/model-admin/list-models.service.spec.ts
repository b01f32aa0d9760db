import 'reflect-metadata';
import type { KeyKind } from '@gemini-balance/shared';
import { ModelNotFoundError, NotFoundError } from '../../core/gateway-error';
import type { Model } from '../../core/gemini/models/model';
import { ModelAliases } from '../../core/gemini/models/model-aliases';
import type { KeyPool } from '../../core/keypool/key-pool';
import { FakeClock } from '../../core/testing/fake-clock';
import { aHold, aKey, aPoolOf } from '../../core/testing/pool-keys';
import type { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { ListModelsService } from './list-models.service';

const NOW_MS = new FakeClock().nowMs();
const CHAT = { supportedGenerationMethods: ['generateContent', 'countTokens'] };
const LISTED: readonly Model[] = [
  {
    name: 'models/gemini-3.8-flash',
    displayName: 'Flash',
    version: '3.8',
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    temperature: 1,
    thinking: true,
    ...CHAT,
  },
  { name: 'models/gemini-2.5-pro', inputTokenLimit: 500_000, outputTokenLimit: 65_536, ...CHAT },
  { name: 'models/gemini-2.5-flash-image', inputTokenLimit: 32_768, ...CHAT },
  { name: 'models/gemini-embedding-001', supportedGenerationMethods: ['embedContent'] },
];

interface Given {
  listed?: readonly Model[] | Error;
  filtered?: string[];
}

function aService({ listed = LISTED, filtered = [] }: Given = {}) {
  const pools: Record<KeyKind, KeyPool> = {
    gemini: aPoolOf(3).pool,
    vertex: aPoolOf(0).pool,
    paid: aPoolOf(0).pool,
  };
  const catalog = new ModelCatalog(
    () => (listed instanceof Error ? Promise.reject(listed) : Promise.resolve(listed)),
    new FakeClock(),
    () => filtered,
  );
  const policy = {
    aliases: new ModelAliases({ 'gpt-4o': 'gemini-3.8-flash' }),
    searchModels: ['gemini-3.8-flash'],
    imageModels: [],
    thinkingModels: [],
    imageModel: 'gemini-2.5-flash-image',
  };
  const of = (kind: KeyKind): KeyPool => pools[kind];
  const service = new ListModelsService(
    catalog,
    new ModelNames(catalog, () => policy),
    { of } as KeyPools,
    () => 'https://user:secret@example.test/v1beta',
  );
  const idsOf = async (query: Parameters<ListModelsService['list']>[0]) =>
    (await service.list(query)).items.map(({ id }) => id);
  return { service, idsOf, gemini: of('gemini'), paid: of('paid') };
}

it('tells the limits of a model, its names, and how many keys can use it', async () => {
  const { service, gemini } = aService();
  gemini.apply([aHold({ kind: 'key', id: 1 }, NOW_MS, { scope: 'gemini-3.8-flash', untilMs: Infinity })]);
  const { items, totals, source, geminiKeys } = await service.list({});
  expect(items[0]).toEqual({
    id: 'gemini-3.8-flash',
    displayName: 'Flash',
    kind: 'chat',
    inputTokens: 1_048_576,
    outputTokens: 65_536,
    methods: CHAT.supportedGenerationMethods,
    thinking: { control: 'level', levels: ['LOW', 'MEDIUM', 'HIGH'] },
    keys: [{ kind: 'gemini', ready: 2, resting: 0, invalid: 1, disabled: 0, barred: 0, total: 3 }],
    names: [
      { name: 'gemini-3.8-flash-search', setting: 'SEARCH_MODELS', isPattern: false },
      { name: 'gpt-4o', setting: 'MODEL_ALIASES', isPattern: false },
    ],
  });
  expect(items.map(({ kind }) => kind)).toEqual(['chat', 'chat', 'image', 'embedding']);
  expect(totals).toMatchObject({ models: 4, hidden: 0, byKind: { chat: 2, video: 0 } });
  expect(source).toMatchObject({ url: 'https://example.test/v1beta', isRefreshing: false });
  expect(geminiKeys).toBe(3);
});

it('marks what FILTERED_MODELS hides, with the names that go with it', async () => {
  const { service } = aService({ filtered: ['gemini-3.8-flash', 'gemini-2.5-flash-image-chat'] });
  const { items, totals } = await service.list({});
  expect(items[0]).toMatchObject({
    hiddenBy: 'FILTERED_MODELS',
    names: [{ hiddenBy: 'FILTERED_MODELS' }, { hiddenBy: 'FILTERED_MODELS' }],
  });
  expect(items[2]!.hiddenBy).toBeUndefined();
  expect(items[2]!.names).toEqual([
    {
      name: 'gemini-2.5-flash-image-chat',
      setting: 'CREATE_IMAGE_MODEL',
      isPattern: false,
      hiddenBy: 'FILTERED_MODELS',
    },
  ]);
  expect(totals.hidden).toBe(1);
});

it.each([
  [{ kind: 'chat' as const }, [0, 1]],
  [{ search: ' GPT-4 ' }, [0]],
  [{ search: 'flash' }, [0, 2]],
  [{ shown: 'hidden' as const }, [1]],
  [{ shown: 'offered' as const, kind: 'chat' as const }, [0]],
  [{ keys: 'resting' as const }, [0]],
  [{ keys: 'ready' as const }, [1, 2, 3]],
  [{ sort: 'inputTokens' as const }, [0, 1, 2, 3]],
  [{ sort: 'name' as const, order: 'asc' as const }, [2, 1, 0, 3]],
  [{ sort: 'ready' as const, order: 'desc' as const }, [0, 1, 2, 3]],
])('finds the models for %j', async (query, expected) => {
  const { idsOf, gemini } = aService({ filtered: ['gemini-2.5-pro'] });
  gemini.apply([aHold({ kind: 'model', id: 'gemini-3.8-flash' }, NOW_MS, { reason: 'overloaded' })]);
  expect(await idsOf(query)).toEqual(expected.map((at) => LISTED[at]!.name.replace('models/', '')));
});

it('gives a page after the other', async () => {
  const { service } = aService();
  const first = await service.list({ limit: 3 });
  const second = await service.list({ limit: 3, cursor: first.nextCursor });
  expect([first.items.length, second.items.map(({ id }) => id), second.nextCursor]).toEqual([
    3,
    ['gemini-embedding-001'],
    undefined,
  ]);
});

it('tells why there is no list', async () => {
  const { service } = aService({ listed: new NotFoundError('Nothing is there.') });
  expect(await service.list({})).toMatchObject({
    items: [],
    source: { error: { code: 'not_found', message: 'Nothing is there.' } },
  });
});

it('tells of paid keys for models that make pictures', async () => {
  const { service, paid } = aService();
  paid.put(aKey(9));
  const kindsOf = async (name: string) =>
    (await service.one(name)).keys.map(({ kind, ready }) => [kind, ready]);
  expect(await kindsOf('gemini-2.5-flash-image')).toEqual([
    ['gemini', 3],
    ['paid', 1],
  ]);
  expect(await kindsOf('gemini-3.8-flash')).toEqual([['gemini', 3]]);
});

it('tells everything about one model', async () => {
  const { service, gemini } = aService();
  gemini.put(aKey(4, { group: 'free' }));
  gemini.limitGroups(new Map([['free', ['gemini-2.5-pro']]]));
  gemini.apply([aHold({ kind: 'key', id: 1 }, NOW_MS, { scope: 'gemini-3.8-flash' })]);
  expect(await service.one('gemini-3.8-flash')).toMatchObject({
    version: '3.8',
    sampling: { temperature: 1 },
    capabilities: { answersWith: ['TEXT'], jsonSchema: true, mostCandidates: 1 },
    keys: [{ kind: 'gemini', ready: 2, resting: 1, barred: 1, total: 4, nextAtMs: NOW_MS + 60_000 }],
    keyDetails: [{ kind: 'gemini', restingForIt: 1, barredGroups: ['free'] }],
  });
  expect(await service.one('gemini-embedding-001')).not.toHaveProperty('capabilities');
  await expect(service.one('gemini-0')).rejects.toThrow(ModelNotFoundError);
});
