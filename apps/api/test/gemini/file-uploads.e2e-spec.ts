import type { File as GeminiFile, GoogleGenAI } from '@google/genai';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { anUpload, sendPart, uploadFile } from '../support/clients/uploads';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import type { GatewayRig } from '../support/rigs/gateway-rig';
import { OTHER_TOKEN, startForTwoClients } from '../support/rigs/two-clients';

const MB = 1024 * 1024;
const MODEL = 'gemini-3.8-flash';

let rig: GatewayRig;
let sdk: GoogleGenAI;
let others: GoogleGenAI;

beforeAll(async () => {
  rig = await startForTwoClients({ MAX_BODY_MB: '1' });
  connect();
});
afterAll(() => rig.close());
afterEach(() => rig.simulator.clearFaults());

function connect(): void {
  sdk = geminiSdk(rig.gateway.url, CLIENT_TOKEN);
  others = geminiSdk(rig.gateway.url, OTHER_TOKEN);
}

function askAbout({ uri, mimeType }: GeminiFile, by = sdk) {
  const parts = [{ fileData: { fileUri: uri!, mimeType: mimeType! } }, { text: 'What is it?' }];
  return by.models.generateContent({ model: MODEL, contents: [{ role: 'user', parts }] });
}

describe('an upload', () => {
  it.each(['/upload/v1beta/files', '/upload/v1/files', '/gemini/upload/v1beta/files'])(
    'by %s leads back there',
    async (path) => {
      const { url } = await anUpload(rig.gateway.url, path);
      expect(url).toMatch(new RegExp(`^${rig.gateway.url}${path}\\?upload_id=[\\w-]{40,}$`));
      const response = await sendPart(url, 'upload, finalize', 0, 'whole');
      expect(response.headers.get('x-goog-upload-status')).toBe('final');
      expect(await response.json()).toMatchObject({ file: { sizeBytes: '5' } });
    },
  );

  it('goes on where it was cut', async () => {
    const { url } = await anUpload(rig.gateway.url);
    await sendPart(url, 'upload', 0, 'x'.repeat(1000));
    const client = new AbortController();
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.alloc(5000, 'y')),
    });
    const cut = fetch(url, {
      method: 'POST',
      headers: { 'x-goog-upload-command': 'upload', 'x-goog-upload-offset': '1000' },
      body: endless,
      duplex: 'half',
      signal: client.signal,
    }).catch((error: Error) => error.name);
    const call = await rig.simulator.waitForRequest(
      ({ headers }) => headers['x-goog-upload-offset'] === '1000',
      { at: 'headers' },
    );
    client.abort();
    expect(await cut).toBe('AbortError');
    await call.closed;
    const state = await fetch(url);
    expect(state.headers.get('x-goog-upload-status')).toBe('active');
    const received = Number(state.headers.get('x-goog-upload-size-received'));
    const last = await sendPart(url, 'upload, finalize', received, 'z');
    expect(await last.json()).toMatchObject({ file: { sizeBytes: String(received + 1) } });
    expect((await rig.keys()).map(({ inFlight, state: standing }) => [inFlight, standing])).toEqual(
      (await rig.keys()).map(() => [0, 'ready']),
    );
  });

  it('is cancelled, and told so afterwards', async () => {
    const { url } = await anUpload(rig.gateway.url);
    expect((await sendPart(url, 'cancel', 0, '')).headers.get('x-goog-upload-status')).toBe('cancelled');
    expect((await sendPart(url, 'query', 0, '')).headers.get('x-goog-upload-status')).toBe('cancelled');
  });

  it('finds another key before it begins, and keeps to it then', async () => {
    rig.simulator.on({ path: '/upload/' }).once().fail('403-leaked-key');
    const file = await uploadFile(rig.gateway.url);
    expect(file.state).toBe('ACTIVE');
    const { url } = await anUpload(rig.gateway.url);
    rig.simulator.on({ path: '/upload/' }).once().fail('503-overloaded');
    const refused = await sendPart(url, 'upload, finalize', 0, 'x');
    expect(refused.status).toBe(503);
    expect((await sendPart(url, 'upload, finalize', 0, 'x')).status).toBe(200);
  });

  it('is nobody else’s: a wrong offset, a wrong id and another token are refused', async () => {
    const { url } = await anUpload(rig.gateway.url);
    expect((await sendPart(url, 'upload', 7, 'x')).status).toBe(400);
    expect((await sendPart(`${url}x`, 'upload', 0, 'x')).status).toBe(404);
    expect((await sendPart(url, 'upload', 0, 'x', { 'x-goog-api-key': OTHER_TOKEN })).status).toBe(404);
    expect((await sendPart(url, 'upload', 0, 'x', { 'x-goog-api-key': CLIENT_TOKEN })).status).toBe(200);
    const withoutToken = await fetch(`${rig.gateway.url}/upload/v1beta/files`, { method: 'POST' });
    expect([withoutToken.status, await withoutToken.json()]).toMatchObject([
      401,
      { error: { status: 'UNAUTHENTICATED' } },
    ]);
  });

  it('under a name that is taken is refused', async () => {
    const name = 'files/my-report';
    await uploadFile(rig.gateway.url, { file: { name } });
    const again = await anUpload(rig.gateway.url, undefined, { file: { name } });
    expect([again.response.status, await again.response.json()]).toMatchObject([
      409,
      { error: { status: 'ALREADY_EXISTS' } },
    ]);
  });

  it.each(['/upload/v1beta/files', '/v1beta/files', '/v1/files', '/gemini/v1beta/files'])(
    'comes in one request to %s, raw and with metadata',
    async (path) => {
      const raw = await rig.post(path, 'raw bytes', {
        headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'text/css' },
      });
      expect(await raw.json()).toMatchObject({ file: { mimeType: 'text/css', sizeBytes: '9' } });
      const body = [
        '--b',
        'content-type: application/json',
        '',
        '{"file":{"displayName":"both"}}',
        '--b',
        'content-type: text/html',
        '',
        '<p>',
        '--b--',
      ].join('\r\n');
      const related = await rig.post(path, body, {
        headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'multipart/related; boundary=b' },
      });
      const { file } = (await related.json()) as { file: GeminiFile };
      expect(file).toMatchObject({ displayName: 'both', mimeType: 'text/html', sizeBytes: '3' });
      expect((await askAbout(file)).text).toContain('You said');
    },
  );

  it('in one request that is too long to be held is passed on as it comes', async () => {
    const raw = await rig.post('/upload/v1beta/files', 'x'.repeat(12 * MB), {
      headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'text/plain' },
    });
    expect(await raw.json()).toMatchObject({ file: { sizeBytes: String(12 * MB) } });
  });

  it('names a file without its bytes', async () => {
    const response = await rig.post('/v1beta/files', { file: { displayName: 'later' } });
    const { file } = (await response.json()) as { file: GeminiFile };
    expect((await sdk.files.get({ name: file.name! })).displayName).toBe('later');
  });

  it('of a program that uses the older protocol is answered in it', async () => {
    const begun = await rig.post('/upload/v1beta/files?uploadType=resumable&alt=json', { file: {} });
    const url = begun.headers.get('location')!;
    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-range': 'bytes 0-4/5', 'x-goog-upload-command': 'upload, finalize' },
      body: 'whole',
    });
    expect(await response.json()).toMatchObject({ file: { sizeBytes: '5' } });
  });

  it('goes on after a restart, and its file is used after another one', async () => {
    const { url } = await anUpload(rig.gateway.url);
    const { port } = rig.gateway;
    rig.gateway = await rig.gateway.restart();
    const moved = url.replace(`:${port}`, `:${rig.gateway.port}`);
    const { file } = (await (await sendPart(moved, 'upload, finalize', 0, 'whole')).json()) as {
      file: GeminiFile;
    };
    await rig.gateway.stop('SIGKILL');
    rig.gateway = await rig.gateway.restart();
    connect();
    for (let n = 0; n < 3; n++) expect((await askAbout(file)).text).toContain('You said');
    await expect(askAbout(file, others)).rejects.toMatchObject({ status: 403 });
  });
});
