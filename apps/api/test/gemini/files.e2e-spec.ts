import type { File as GeminiFile, GoogleGenAI } from '@google/genai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import type { GatewayRig } from '../support/rigs/gateway-rig';
import { OTHER_TOKEN, startForTwoClients } from '../support/rigs/two-clients';

const MB = 1024 * 1024;
const MODEL = 'gemini-3.8-flash';

let rig: GatewayRig;
let sdk: GoogleGenAI;
let others: GoogleGenAI;
let admin: GoogleGenAI;

beforeAll(async () => {
  rig = await startForTwoClients({ MAX_BODY_MB: '1' });
  [sdk, others, admin] = [CLIENT_TOKEN, OTHER_TOKEN, ADMIN_TOKEN].map((token) =>
    geminiSdk(rig.gateway.url, token),
  ) as [GoogleGenAI, GoogleGenAI, GoogleGenAI];
});
afterAll(() => rig.close());
afterEach(() => rig.simulator.clearFaults());

const textFile = (text = 'Hello, file!') => new Blob([text], { type: 'text/plain' });

async function upload(by = sdk, text?: string): Promise<GeminiFile> {
  return by.files.upload({ file: textFile(text), config: { displayName: 'greeting' } });
}

function askAbout({ uri, mimeType }: GeminiFile, by = sdk, ...more: GeminiFile[]) {
  const parts = [{ uri, mimeType }, ...more].map((file) => ({
    fileData: { fileUri: file.uri!, mimeType: file.mimeType! },
  }));
  return by.models.generateContent({
    model: MODEL,
    contents: [{ role: 'user', parts: [...parts, { text: 'What is it?' }] }],
  });
}

const keyOf = (path: string | RegExp): string | undefined =>
  rig.simulator.requests.filter(({ path: asked }) => asked.search(path) >= 0).at(-1)?.key;

describe("Google's SDK", () => {
  it('uploads, uses, shows and deletes a file, each time with the key that holds it', async () => {
    const file = await upload();
    expect(file).toMatchObject({
      displayName: 'greeting',
      mimeType: 'text/plain',
      sizeBytes: '12',
      state: 'ACTIVE',
    });
    const holder = keyOf(/^\/upload/);
    for (let n = 0; n < 4; n++) {
      await askAbout(file);
      expect(keyOf(/generateContent/)).toBe(holder);
      expect(await sdk.files.get({ name: file.name! })).toMatchObject({ name: file.name });
    }
    await sdk.files.delete({ name: file.name! });
    await expect(sdk.files.get({ name: file.name! })).rejects.toThrow(/permission/);
  });

  it('uploads a file of several pieces from the disk', async () => {
    const path = join(rig.gateway.dataDir, 'large.txt');
    writeFileSync(path, Buffer.alloc(20 * MB, 'x'));
    const file = await sdk.files.upload({ file: path, config: { mimeType: 'text/plain' } });
    expect(file.sizeBytes).toBe(String(20 * MB));
  });

  it('lists the files of all keys in pages, and the administrator sees those of all tokens', async () => {
    const made = [await upload(), await upload(), await upload()].map(({ name }) => name);
    const foreign = await upload(others);
    const seen: (string | undefined)[] = [];
    for await (const file of await sdk.files.list({ config: { pageSize: 2 } })) seen.push(file.name);
    expect(seen.slice(0, 3)).toEqual(made.reverse());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).not.toContain(foreign.name);
    const all: (string | undefined)[] = [];
    for await (const file of await admin.files.list()) all.push(file.name);
    expect(all).toEqual(expect.arrayContaining([...made, foreign.name]));
  });

  it('waits for a film that upstream looks through', async () => {
    const film = await sdk.files.upload({ file: new Blob(['film'], { type: 'video/mp4' }) });
    expect(film.state).toBe('PROCESSING');
    expect((await sdk.files.get({ name: film.name! })).state).toBe('ACTIVE');
    for await (const file of await sdk.files.list())
      if (file.name === film.name) expect(file.state).toBe('ACTIVE');
  });
});

describe("another token's file", () => {
  it.each<[string, (file: GeminiFile) => Promise<unknown>]>([
    ['shown', (file) => others.files.get({ name: file.name! })],
    ['deleted', (file) => others.files.delete({ name: file.name! })],
    ['used', (file) => askAbout(file, others)],
    [
      'put into a cache',
      (file) =>
        others.caches.create({
          model: MODEL,
          config: { contents: [{ role: 'user', parts: [{ fileData: { fileUri: file.uri! } }] }] },
        }),
    ],
  ])('is not %s, as if it were not there', async (_, act) => {
    const file = await upload();
    rig.simulator.forgetRequests();
    await expect(act(file)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('it may not exist'),
    });
    expect(rig.simulator.requests).toEqual([]);
    expect((await sdk.files.get({ name: file.name! })).name).toBe(file.name);
  });

  it('is refused however its name is written', async () => {
    const file = await upload();
    const post = (body: string) =>
      rig.post(`/v1beta/models/${MODEL}:generateContent`, body, {
        headers: { 'x-goog-api-key': OTHER_TOKEN },
      });
    const part = (field: string, uri: string) =>
      `{"contents":[{"parts":[{"text":"?"},{"fileData":{"${field}":"${uri}"}}]}]}`;
    const uri = file.uri!;
    for (const body of [
      part('file_uri', uri),
      part('\\u0066ileUri', uri),
      part('fileUri', uri.replaceAll('/', '\\/')),
      part('fileUri', uri.replace('files', '%66iles')),
      part('fileUri', file.name!),
    ]) {
      expect((await post(body)).status).toBe(403);
    }
  });

  it('is used by the administrator', async () => {
    expect((await askAbout(await upload(), admin)).text).toContain('You said');
  });
});

describe('a key that holds a file', () => {
  it('is the only one asked: while it rests, the client is told when to come back', async () => {
    const file = await upload();
    const holder = keyOf(/^\/upload/)!;
    rig.simulator.on({ key: holder, model: MODEL }).fail('429-per-minute');
    rig.simulator.forgetRequests();
    for (let n = 0; n < 3; n++) {
      const body = { contents: [{ parts: [{ fileData: { fileUri: file.uri } }, { text: '?' }] }] };
      const response = await rig.post(`/v1beta/models/${MODEL}:generateContent`, body);
      expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([
        429,
        expect.any(Number),
      ]);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({ error: { code: 429, status: 'RESOURCE_EXHAUSTED' } });
    }
    expect(new Set(rig.simulator.requests.map(({ key }) => key))).toEqual(new Set([holder]));
    expect((await rig.generate(MODEL)).status).toBe(200);
    rig.simulator.clearFaults();
    const ids = (await rig.keys()).map(({ id }) => id);
    await rig.admin('POST', '/api/keys/reset', { ids });
  });

  it('takes the file along when it leaves, and another key takes the next upload', async () => {
    const file = await upload();
    const holder = keyOf(/^\/upload/)!;
    const keys = await rig.keys();
    const { id } = keys.find(({ maskedSecret }) => holder.endsWith(maskedSecret.split('…')[1]!))!;
    await rig.admin('PATCH', `/api/keys/${id}`, { isEnabled: false });
    await expect(askAbout(file)).rejects.toMatchObject({
      status: 503,
      message: expect.stringMatching(/switched off/),
    });
    const second = await upload();
    await expect(askAbout(file, sdk, second)).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(/different upstream keys/),
    });
    await rig.admin('POST', '/api/keys/delete', { ids: [id] });
    await expect(sdk.files.get({ name: file.name! })).rejects.toMatchObject({
      status: 404,
      message: expect.stringMatching(/not in the pool/),
    });
    expect((await askAbout(second)).text).toContain('You said');
    await rig.addKeys(1);
  });
});

describe('a client of OpenAI', () => {
  const chat = (file: object, token = CLIENT_TOKEN) =>
    fetch(`${rig.gateway.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: MODEL,
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'What is it?' },
              { type: 'file', file },
            ],
          },
        ],
      }),
    });

  it('uses a file by its name and its address, with the key that holds it', async () => {
    const file = await upload();
    const holder = keyOf(/^\/upload/);
    rig.simulator.forgetRequests();
    for (const file_id of [file.name, file.uri, file.name, file.uri])
      expect((await chat({ file_id })).status).toBe(200);
    expect(new Set(rig.simulator.requests.map(({ key }) => key))).toEqual(new Set([holder]));
    rig.simulator.forgetRequests();
    const refused = await chat({ file_id: file.name }, OTHER_TOKEN);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { error: { code: 'resource_denied' } },
    ]);
    expect(rig.simulator.requests).toEqual([]);
  });
});
