import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { aRawClient } from '../support/clients/raw-client';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const MB = 1024 * 1024;
const MAX_BODY_MB = 2;
const STALL_MS = 3_000;

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({
    env: { BODY_STALL_SECONDS: String(STALL_MS / 1000), MAX_BODY_MB: String(MAX_BODY_MB) },
  });
  await rig.addKeys(1);
});
afterAll(() => rig?.close());
afterEach(async () => expect((await rig.generate(rig.freshModel())).status).toBe(200));

const packedByBrotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });

const PATH = '/v1beta/models/m:generateContent';
const chat = (body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${rig.gateway.url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-type': 'application/json', ...headers },
    body,
  });

describe('time', () => {
  it.each([
    ['a client', PATH],
    ['an administrator', '/api/keys/import'],
    ['a stranger', '/api/auth/login'],
  ])('cuts %s off that begins a body and does not go on', async (_, path) => {
    const headers = { 'content-length': '5000', 'content-type': 'application/json', 'x-no': ADMIN_TOKEN };
    const client = await aRawClient(rig.gateway.port, `POST ${path}`, headers, '{"a":');
    expect(await client.received()).toMatch(/^HTTP\/1\.1 (408|401) /);
  });

  it('lets a body come as slowly as it likes, as long as it comes', async () => {
    const body = JSON.stringify(HELLO);
    const headers = { 'content-length': String(body.length), 'content-type': 'application/json' };
    const model = rig.freshModel();
    const client = await aRawClient(
      rig.gateway.port,
      `POST /v1beta/models/${model}:generateContent`,
      headers,
    );
    const pieces = body.match(/.{1,4}/gs)!;
    for (const piece of pieces) {
      client.socket.write(piece);
      await setTimeout((2 * STALL_MS) / pieces.length);
    }
    expect(await client.received()).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('cuts no stream, however slow', async () => {
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'pace', events: 3, eventDelayMs: 1_500 });
    expect(await (await rig.stream(model)).text()).toContain('"finishReason":"STOP"');
  });
});

describe('size', () => {
  it.each([
    ['a native body', () => rig.post(PATH, 'x'.repeat(MAX_BODY_MB * MB + 1))],
    ['a translated body', () => chat('x'.repeat(MAX_BODY_MB * MB + 1))],
  ])('refuses %s above MAX_BODY_MB', async (_, ask) => {
    const answer = await ask();
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('2 MB')]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['br', packedByBrotli],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))],
    ['gzip, br', (bytes) => packedByBrotli(gzipSync(bytes))],
  ])('refuses a bomb that is packed by %s without unpacking all of it', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(50 * MB, ' '));
    expect(bomb.length).toBeLessThan(MB);
    const answer = await chat(bomb, { 'content-encoding': encoding });
    expect(answer.status).toBe(413);
  });

  it('refuses to unpack again and again', async () => {
    const encoding = Array.from({ length: 1_000 }, () => 'gzip').join(', ');
    expect((await chat(gzipSync('{}'), { 'content-encoding': encoding })).status).toBe(400);
  });

  it.each([
    ['of one header', { 'x-large': 'a'.repeat(40_000) }],
    [
      'of all headers',
      Object.fromEntries(Array.from({ length: 2_600 }, (_, n) => [`x-${n}`, 'value-value'])),
    ],
  ])('refuses the size %s', async (_, headers) => {
    const client = await aRawClient(rig.gateway.port, 'GET /v1/models', headers);
    expect(await client.received()).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('refuses an address that is too long', async () => {
    const client = await aRawClient(rig.gateway.port, `GET /v1/models?a=${'a'.repeat(40_000)}`, {});
    expect(await client.received()).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('shape', () => {
  const deep = (open: string, close: string, depth: number): string =>
    open.repeat(depth) + close.repeat(depth);

  it.each([
    ['lists', deep('[', ']', 100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['messages', `{"model":"m","messages":${deep('[', ']', 50_000)}}`],
    [
      'a schema',
      `{"model":"m","messages":[{"role":"user","content":"a"}],"tools":[{"type":"function","function":{"name":"f","parameters":${'{"type":"object","properties":{"a":'.repeat(3_000)}{}${'}}'.repeat(3_000)}}}]}`,
    ],
  ])('bears %s within each other to any depth', async (_, body) => {
    for (const path of ['/v1/chat/completions', '/v1/responses', '/v1/messages', PATH]) {
      const status = (await rig.post(path, body)).status;
      expect([path, status < 500]).toEqual([path, true]);
    }
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'lets no body change what objects are, by %s',
    async (name) => {
      const planted = `{"polluted":"yes","isAdmin":true,"model":"planted"}`;
      const body = `{"${name}":${name === 'constructor' ? `{"prototype":${planted}}` : planted},"messages":[{"role":"user","content":"a","${name}":${planted}}]}`;
      const answer = await chat(body);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('model')]);
      await fetch(`${rig.gateway.url}/api/settings`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: `{"set":{"${name}":${planted}}}`,
      });
      const settings = JSON.stringify(await rig.admin('GET', '/api/settings'));
      expect(settings).not.toContain('polluted');
      const stranger = await fetch(`${rig.gateway.url}/api/keys`);
      expect(stranger.status).toBe(401);
    },
  );

  it('refuses a setting that every object has by birth', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      await expect(rig.admin('DELETE', `/api/settings/${name}`)).rejects.toThrow(/ 40[04]: /);
    const maps = `{"set":{"MODEL_ALIASES":{"__proto__":"gemini-x"}}}`;
    await fetch(`${rig.gateway.url}/api/settings`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      body: maps,
    });
    expect(
      (
        await fetch(`${rig.gateway.url}/v1/models/toString`, {
          headers: { authorization: `Bearer ${CLIENT_TOKEN}` },
        })
      ).status,
    ).toBe(404);
  });
});
