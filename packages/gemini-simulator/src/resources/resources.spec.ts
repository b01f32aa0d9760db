import type { Simulator } from '../simulator';
import { type Answered, ask, aSimulator, closeSimulators, KEY, post } from '../testing/a-simulator';

const OTHER = 'AQ.other';
const BYTES = 'Hello, file!';

let sim: Simulator;
beforeEach(async () => void (sim = await aSimulator({ keys: [KEY, OTHER] })));
afterEach(closeSimulators);

const as = (key: string, more: Record<string, string> = {}) => ({ 'x-goog-api-key': key, ...more });
const get = (path: string, key = KEY): Promise<Answered> => post(sim, path, undefined, as(key));

async function begin(path = '/upload/v1beta/files'): Promise<string> {
  const reply = await fetch(`${sim.url}${path}`, {
    method: 'POST',
    headers: as(KEY, {
      'x-goog-upload-protocol': 'resumable',
      'x-goog-upload-command': 'start',
      'x-goog-upload-header-content-type': 'text/plain',
    }),
    body: JSON.stringify({ file: { displayName: 'greeting' } }),
  });
  return reply.headers.get('x-goog-upload-url')!;
}

function send(url: string, command: string, offset: number, body: string): Promise<Response> {
  const headers = { 'x-goog-upload-command': command, 'x-goog-upload-offset': String(offset) };
  return fetch(url, { method: 'POST', headers, body });
}

async function anUploadedFile(): Promise<{ name: string; uri: string }> {
  const reply = await send(await begin(), 'upload, finalize', 0, BYTES);
  return ((await reply.json()) as { file: { name: string; uri: string } }).file;
}

describe('a file', () => {
  it('is uploaded in pieces, by whoever knows the address', async () => {
    const url = await begin();
    const first = await send(url, 'upload', 0, BYTES.slice(0, 5));
    expect([
      first.headers.get('x-goog-upload-status'),
      first.headers.get('x-goog-upload-size-received'),
    ]).toEqual(['active', '5']);
    expect((await send(url, 'upload', 3, 'x')).status).toBe(400);
    const last = await send(url, 'upload, finalize', 5, BYTES.slice(5));
    expect(last.headers.get('x-goog-upload-status')).toBe('final');
    expect(await last.json()).toEqual({
      file: expect.objectContaining({
        displayName: 'greeting',
        mimeType: 'text/plain',
        sizeBytes: '12',
        state: 'ACTIVE',
      }),
    });
    expect((await send(url, 'query', 0, '')).headers.get('x-goog-upload-status')).toBe('final');
  });

  it('is cancelled', async () => {
    const url = await begin();
    expect((await send(url, 'cancel', 0, '')).headers.get('x-goog-upload-status')).toBe('cancelled');
  });

  it('is uploaded in one request, raw or with its metadata', async () => {
    const raw = await post(
      sim,
      '/upload/v1beta/files',
      BYTES,
      as(KEY, { 'x-goog-upload-protocol': 'raw', 'content-type': 'text/css' }),
    );
    expect(raw.json.file).toMatchObject({ mimeType: 'text/css', sizeBytes: '12' });
    const related = ['{"file":{"displayName":"both"}}', BYTES]
      .map((part, n) => `--b\r\ncontent-type: ${n ? 'text/html' : 'application/json'}\r\n\r\n${part}\r\n`)
      .join('');
    const both = await post(
      sim,
      '/upload/v1beta/files',
      `${related}--b--`,
      as(KEY, { 'x-goog-upload-protocol': 'multipart', 'content-type': 'multipart/related; boundary=b' }),
    );
    expect(both.json.file).toMatchObject({ mimeType: 'text/html', sizeBytes: '12', displayName: 'both' });
  });

  it('belongs to the project that uploaded it', async () => {
    const { name, uri } = await anUploadedFile();
    const withFile = { contents: [{ parts: [{ fileData: { fileUri: uri, mimeType: 'text/plain' } }] }] };
    expect((await get(`/v1beta/${name}`)).json).toMatchObject({ name });
    expect((await ask(sim, 'What is it?', withFile)).status).toBe(200);
    for (const reply of [await get(`/v1beta/${name}`, OTHER), await ask(sim, '', withFile, OTHER)]) {
      expect([reply.status, reply.json.error.message]).toEqual([403, expect.stringContaining(name.slice(6))]);
    }
    expect((await get('/v1beta/files')).json.files).toHaveLength(1);
    expect((await get('/v1beta/files', OTHER)).json.files).toEqual([]);
  });
});

it.each<[what: string, path: string, body: unknown, named: RegExp]>([
  ['a cache', '/v1beta/cachedContents', { model: 'models/gemini-3.8-flash' }, /^cachedContents\//],
  ['a store', '/v1beta/fileSearchStores', { displayName: 's' }, /^fileSearchStores\//],
  [
    'a batch',
    '/v1beta/models/gemini-3.8-flash:batchGenerateContent',
    { batch: { inputConfig: { requests: {} } } },
    /^batches\//,
  ],
  [
    'a film',
    '/v1beta/models/veo-3.1-generate-preview:predictLongRunning',
    { instances: [] },
    /^models\/veo.*\/operations\//,
  ],
])('%s is made, and kept for its project alone', async (_, path, body, named) => {
  const { name } = (await post(sim, path, body)).json as { name: string };
  expect(name).toMatch(named);
  expect((await get(`/v1beta/${name}`)).json).toMatchObject({ name });
  expect([403, 404]).toContain((await get(`/v1beta/${name}`, OTHER)).status);
});

it('a film can be downloaded', async () => {
  const path = '/v1beta/models/veo-3.1-generate-preview:predictLongRunning';
  const { name } = (await post(sim, path, { instances: [] })).json as { name: string };
  const { response } = (await get(`/v1beta/${name}`)).json;
  const uri = new URL(response.generateVideoResponse.generatedSamples[0].video.uri as string);
  expect((await get(uri.pathname + uri.search)).text).toBe('a very short film');
});

it('an interaction goes on where the former one ended', async () => {
  const turn = (more: object) =>
    post(sim, '/v1/interactions', { model: 'gemini-3.8-flash', input: 'Hi', ...more });
  const { id } = (await turn({})).json as { id: string };
  expect((await turn({ previous_interaction_id: id })).json.steps[0].content[0].text).toBe('Turn 2.');
  const { text } = await turn({ previous_interaction_id: id, stream: true });
  expect(text.match(/^event: .*/gm)).toEqual(
    ['interaction.created', 'step.start', 'step.delta', 'step.stop', 'interaction.completed', 'done'].map(
      (name) => `event: ${name}`,
    ),
  );
  expect((await turn({ previous_interaction_id: 'v1_none' })).status).toBe(404);
});
