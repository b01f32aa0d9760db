import type { Model } from '../../core/gemini/models/model';
import { FakeClock } from '../../core/testing/fake-clock';
import { ModelCatalog } from './model-catalog';

const MINUTE = 60_000;
const models = (...names: string[]): Model[] => names.map((name) => ({ name: `models/${name}` }));

/** A catalog whose fetches are answered by the test, one after another. */
function aCatalog(filtered: string[] = []) {
  const clock = new FakeClock();
  const fetches: { resolve: (list: Model[]) => void; reject: (error: Error) => void }[] = [];
  const fetchModels = () =>
    new Promise<readonly Model[]>((resolve, reject) => fetches.push({ resolve, reject }));
  const catalog = new ModelCatalog(fetchModels, clock, () => filtered);
  const names = async () => (await catalog.list()).map(({ name }) => name);
  return { catalog, clock, fetches, names };
}

it('fetches the list once for all who wait for it', async () => {
  const { fetches, names } = aCatalog();
  const waiting = Promise.all([names(), names()]);
  fetches[0]!.resolve(models('a'));
  expect([await waiting, await names(), fetches.length]).toEqual([
    [['models/a'], ['models/a']],
    ['models/a'],
    1,
  ]);
});

it('serves the list it has while it fetches a newer one', async () => {
  const { clock, fetches, names } = aCatalog();
  const first = names();
  fetches[0]!.resolve(models('old'));
  await first;
  clock.advance(11 * MINUTE);
  expect(await names()).toEqual(['models/old']);
  fetches[1]!.resolve(models('new'));
  await Promise.resolve();
  expect(await names()).toEqual(['models/new']);
});

it('goes on serving the list it has when a newer one cannot be had, and does not ask with every request', async () => {
  const { clock, fetches, names } = aCatalog();
  const first = names();
  fetches[0]!.resolve(models('old'));
  await first;
  clock.advance(11 * MINUTE);
  await names();
  fetches[1]!.reject(new Error('away'));
  await new Promise((resolve) => setImmediate(resolve));
  expect([await names(), fetches.length]).toEqual([['models/old'], 2]);
  clock.advance(11 * MINUTE);
  await names();
  expect(fetches).toHaveLength(3);
});

it('tells why there is no list, and asks again the next time', async () => {
  const { fetches, names } = aCatalog();
  const first = names();
  fetches[0]!.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  const second = names();
  fetches[1]!.resolve(models('a'));
  expect(await second).toEqual(['models/a']);
});

it('hides and refuses a model that is switched off', async () => {
  const { catalog, fetches, names } = aCatalog(['b']);
  const list = names();
  fetches[0]!.resolve(models('a', 'b'));
  expect(await list).toEqual(['models/a']);
  expect(() => catalog.refuseFiltered('b')).toThrow('FILTERED_MODELS');
  expect(() => catalog.refuseFiltered('a')).not.toThrow();
  expect([catalog.isListed('a'), catalog.isListed('c')]).toEqual([true, false]);
});

it('knows which calls the list promises', async () => {
  const { catalog, fetches } = aCatalog();
  const list = catalog.list();
  fetches[0]!.resolve([
    { name: 'models/chat', supportedGenerationMethods: ['generateContent', 'countTokens'] },
    { name: 'models/embed', supportedGenerationMethods: ['embedContent'] },
    { name: 'models/plain' },
  ]);
  await list;
  const promised = (name: string): string[] =>
    ['streamGenerateContent', 'countTokens', 'batchEmbedContents', 'fly'].filter((method) =>
      catalog.offers(name, method),
    );
  expect(['chat', 'embed', 'plain', 'none'].map(promised)).toEqual([
    ['streamGenerateContent', 'countTokens'],
    ['batchEmbedContents'],
    ['streamGenerateContent'],
    [],
  ]);
});

describe('the state of the list', () => {
  it('tells when the list was fetched, with what is hidden', async () => {
    const { catalog, clock, fetches } = aCatalog(['b']);
    const state = catalog.state();
    fetches[0]!.resolve(models('a', 'b'));
    expect(await state).toEqual({
      models: models('a', 'b'),
      listedAtMs: clock.nowMs(),
      triedAtMs: clock.nowMs(),
      failure: undefined,
      isFetching: false,
    });
  });

  it('tells why there is none, and does not ask again at once', async () => {
    const { catalog, clock, fetches } = aCatalog();
    const away = new Error('away');
    const first = catalog.state();
    fetches[0]!.reject(away);
    expect(await first).toMatchObject({ models: [], listedAtMs: undefined, failure: away });
    expect([(await catalog.state()).failure, fetches.length]).toEqual([away, 1]);
    clock.advance(MINUTE);
    const later = catalog.state();
    fetches[1]!.resolve(models('a'));
    expect(await later).toMatchObject({ models: models('a'), failure: undefined });
  });

  it('keeps the list and its age when a refresh fails', async () => {
    const { catalog, clock, fetches } = aCatalog();
    const first = catalog.state();
    fetches[0]!.resolve(models('a'));
    const { listedAtMs } = await first;
    clock.advance(MINUTE);
    const refreshed = catalog.refresh();
    expect((await catalog.state()).isFetching).toBe(true);
    fetches[1]!.reject(new Error('away'));
    await expect(refreshed).rejects.toThrow('away');
    expect(await catalog.state()).toMatchObject({
      models: models('a'),
      listedAtMs,
      triedAtMs: clock.nowMs(),
      failure: new Error('away'),
      isFetching: false,
    });
  });
});
