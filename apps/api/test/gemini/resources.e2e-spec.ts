import type { GoogleGenAI } from '@google/genai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { type GatewayRig, HELLO } from '../support/rigs/gateway-rig';
import { OTHER_TOKEN, startForTwoClients } from '../support/rigs/two-clients';

const MODEL = 'gemini-3.8-flash';
const FILM_MODEL = 'veo-3.1-generate-preview';

let rig: GatewayRig;
let sdk: GoogleGenAI;
let others: GoogleGenAI;

beforeAll(async () => {
  rig = await startForTwoClients();
  sdk = geminiSdk(rig.gateway.url, CLIENT_TOKEN);
  others = geminiSdk(rig.gateway.url, OTHER_TOKEN);
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());
afterEach(() => rig.simulator.clearFaults());

it('a cache is made, used, changed, listed and deleted with one key', async () => {
  const cache = await sdk.caches.create({ model: MODEL, config: { displayName: 'mine', ttl: '600s' } });
  for (let n = 0; n < 5; n++) {
    await sdk.models.generateContent({
      model: MODEL,
      contents: 'Hi',
      config: { cachedContent: cache.name! },
    });
    await sdk.caches.get({ name: cache.name! });
  }
  await sdk.caches.update({ name: cache.name!, config: { ttl: '7200s' } });
  const listed = await sdk.caches.list();
  expect(listed.page.map(({ name }) => name)).toEqual([cache.name]);
  expect((await others.caches.list()).page).toEqual([]);
  await expect(others.caches.get({ name: cache.name! })).rejects.toMatchObject({ status: 403 });
  await expect(
    others.models.generateContent({ model: MODEL, contents: 'Hi', config: { cachedContent: cache.name! } }),
  ).rejects.toMatchObject({ status: 403, message: expect.stringContaining('CachedContent not found') });
  await sdk.caches.delete({ name: cache.name! });
  expect(rig.keysAsked().size).toBe(1);
  await expect(sdk.caches.get({ name: cache.name! })).rejects.toMatchObject({ status: 403 });
});

it('a batch is made, watched, listed and cancelled with one key, and its answers are downloaded', async () => {
  const file = await sdk.files.upload({ file: new Blob(['{}'], { type: 'application/jsonl' }) });
  const batch = await sdk.batches.create({ model: MODEL, src: file.name! });
  const inline = await sdk.batches.create({
    model: MODEL,
    src: [{ contents: [{ parts: [{ text: 'Hi' }] }] }],
  });
  const names: (string | undefined)[] = [];
  for await (const { name } of await sdk.batches.list({ config: { pageSize: 1 } })) names.push(name);
  expect(names).toEqual([inline.name, batch.name]);
  const done = await sdk.batches.get({ name: batch.name! });
  expect(done.state).toBe('JOB_STATE_SUCCEEDED');
  const downloadPath = join(rig.gateway.dataDir, 'answers.jsonl');
  await sdk.files.download({ file: done.dest!.fileName!, downloadPath });
  await new Promise((resolve) => setImmediate(resolve));
  expect(readFileSync(downloadPath, 'utf8')).toContain('key');
  const { status } = await rig.ask(
    'GET',
    `/v1beta/${done.dest!.fileName!}:download?alt=media`,
    undefined,
    OTHER_TOKEN,
  );
  expect(status).toBe(403);
  await sdk.batches.cancel({ name: inline.name! });
  await expect(others.batches.get({ name: batch.name! })).rejects.toMatchObject({ status: 404 });
  await expect(others.batches.cancel({ name: batch.name! })).rejects.toMatchObject({ status: 404 });
  await sdk.batches.delete({ name: batch.name! });
  await expect(sdk.batches.get({ name: batch.name! })).rejects.toMatchObject({ status: 404 });
});

it('a batch of embeddings is made like one of generations', async () => {
  const batch = { inputConfig: { requests: { requests: [] } } };
  const { json } = await rig.ask('POST', '/v1beta/models/gemini-embedding-001:asyncBatchEmbedContent', {
    batch,
  });
  expect((await rig.ask('GET', `/v1beta/${json.name}`)).json).toMatchObject({ name: json.name });
  expect((await rig.ask('GET', `/v1beta/${json.name}`, undefined, OTHER_TOKEN)).status).toBe(404);
});

it('a film is made, watched and downloaded with one key', async () => {
  const started = await rig.ask('POST', `/v1beta/models/${FILM_MODEL}:predictLongRunning`, {
    instances: [{ prompt: 'x' }],
  });
  const path = `/v1beta/${started.json.name}`;
  expect((await rig.ask('GET', path, undefined, OTHER_TOKEN)).status).toBe(404);
  const { json } = await rig.ask('GET', path);
  const { uri } = json.response.generateVideoResponse.generatedSamples[0].video;
  const { pathname, search } = new URL(uri);
  for (const prefix of ['', '/download']) {
    const download = (token: string) =>
      fetch(rig.gateway.url + prefix + pathname + search, { headers: { 'x-goog-api-key': token } });
    expect(await (await download(CLIENT_TOKEN)).text()).toBe('a very short film');
    expect((await download(OTHER_TOKEN)).status).toBe(403);
  }
  expect(rig.keysAsked().size).toBe(1);
  expect((await rig.ask('DELETE', path)).status).toBe(200);
  expect((await rig.ask('GET', path)).status).toBe(404);
});

it('a store takes documents by upload and by import, with one key', async () => {
  const store = await sdk.fileSearchStores.create({ config: { displayName: 'shelf' } });
  await sdk.fileSearchStores.uploadToFileSearchStore({
    fileSearchStoreName: store.name!,
    file: new Blob(['text'], { type: 'text/plain' }),
    config: { displayName: 'book' },
  });
  const documents = await sdk.fileSearchStores.documents.list({ parent: store.name! });
  expect(documents.page).toEqual([expect.objectContaining({ displayName: 'book' })]);
  await sdk.fileSearchStores.documents.get({ name: documents.page[0]!.name! });
  await expect(others.fileSearchStores.documents.list({ parent: store.name! })).rejects.toMatchObject({
    status: 404,
  });
  await expect(
    others.fileSearchStores.uploadToFileSearchStore({
      fileSearchStoreName: store.name!,
      file: new Blob(['x'], { type: 'text/plain' }),
    }),
  ).rejects.toMatchObject({ status: 404 });
  const file = await sdk.files.upload({ file: new Blob(['x'], { type: 'text/plain' }) });
  const imported = await rig.ask('POST', `/v1beta/${store.name}:importFile`, { fileName: file.name });
  expect([200, 400]).toContain(imported.status);
  await sdk.fileSearchStores.delete({ name: store.name! });
  await expect(sdk.fileSearchStores.get({ name: store.name! })).rejects.toMatchObject({ status: 404 });
});

it.each(['tunedModels', 'agents', 'webhooks', 'auth_tokens'])(
  'what is made in %s is reached by its token alone',
  async (collection) => {
    const { json } = await rig.ask('POST', `/v1beta/${collection}`, { displayName: 'x' });
    const name: string = json.metadata?.tunedModel ?? json.name ?? `${collection}/${json.id}`;
    for (let n = 0; n < 4; n++) expect((await rig.ask('GET', `/v1beta/${name}`)).status).toBe(200);
    expect((await rig.ask('PATCH', `/v1beta/${name}`, { displayName: 'y' })).json.displayName).toBe('y');
    expect((await rig.ask('GET', `/v1beta/${name}`, undefined, OTHER_TOKEN)).status).toBe(404);
    expect((await rig.ask('DELETE', `/v1beta/${name}`, undefined, OTHER_TOKEN)).status).toBe(404);
    if (collection !== 'auth_tokens')
      expect((await rig.ask('GET', `/v1beta/${collection}`)).json[collection]).toHaveLength(1);
    expect((await rig.ask('GET', `/v1beta/${collection}`, undefined, OTHER_TOKEN)).json[collection]).toEqual(
      [],
    );
    expect((await rig.ask('DELETE', `/v1beta/${name}`)).status).toBe(200);
    expect((await rig.ask('GET', `/v1beta/${name}`)).status).toBe(404);
  },
);

it('a catalogue of upstream’s is read by all, and nothing that was made elsewhere is touched', async () => {
  expect((await rig.ask('GET', '/v1beta/voices')).json.voices).toHaveLength(2);
  expect((await rig.ask('GET', '/v1beta/voices/Kore')).json.name).toBe('voices/Kore');
  rig.simulator.forgetRequests();
  expect((await rig.ask('DELETE', '/v1beta/voices/Kore')).status).toBe(404);
  expect((await rig.ask('GET', '/v1beta/tunedModels/somebodys')).status).toBe(404);
  expect((await rig.ask('GET', '/v1beta/files/somebodys')).status).toBe(403);
  expect(rig.simulator.requests).toEqual([]);
  await rig.ask('GET', '/v1beta/tunedModels/somebodys', undefined, ADMIN_TOKEN);
  expect(rig.simulator.requests).toHaveLength(1);
});

it('a call that depends on nothing goes to every key in turn', async () => {
  for (let n = 0; n < 8; n++) await rig.post(`/v1beta/models/${MODEL}:generateContent`, HELLO);
  expect(rig.keysAsked().size).toBe(4);
});

it.each(['generateContent', 'streamGenerateContent?alt=sse', 'streamGenerateContent'])(
  'an answer of %s that upstream has broken off goes on with the same key',
  async (verb) => {
    rig.simulator.on({ model: MODEL }).do({ kind: 'continuation', hops: 4 });
    let continuationToken: string | undefined;
    for (let n = 0; n < 4; n++) {
      const response = await rig.post(`/v1beta/models/${MODEL}:${verb}`, { ...HELLO, continuationToken });
      continuationToken = /"continuationToken": ?"([^"]+)"/.exec(await response.text())![1]!;
    }
    expect(rig.keysAsked().size).toBe(1);
  },
);

it('a list shows what it knows while a key rests', async () => {
  const cache = await sdk.caches.create({ model: MODEL, config: { displayName: 'listed' } });
  rig.simulator.on({ path: '/cachedContents' }).fail('429-per-minute');
  const { json } = await rig.ask('GET', '/v1beta/cachedContents');
  expect(json.cachedContents).toEqual([{ name: cache.name }]);
  const shown = await rig.ask('GET', `/v1beta/${cache.name}`);
  expect([shown.status, shown.json.error.status]).toEqual([429, 'RESOURCE_EXHAUSTED']);
});
