import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { aRawClient, type RawClient } from '../support/clients/raw-client';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const MB = 1024 * 1024;
const SENT_BYTES = 20 * MB;
const CHAT = '/v1/chat/completions';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_BODY_MB: '1' } });
  await rig.addKeys(1);
});
afterAll(() => rig?.close());

const asClient = { authorization: `Bearer ${CLIENT_TOKEN}` };
const asAdmin = { authorization: `Bearer ${ADMIN_TOKEN}` };
const asStranger = { authorization: 'Bearer nobody', 'x-goog-api-key': 'nobody' };

/** A client that has announced a large JSON body, of which nothing is sent yet. */
function announce(path: string, headers: Record<string, string>): Promise<RawClient> {
  const all = { 'content-type': 'application/json', 'content-length': String(SENT_BYTES), ...headers };
  return aRawClient(rig.gateway.port, `POST ${path}`, all);
}

/** Sends everything before it reads anything, as most clients do. */
async function sendAll({ socket }: RawClient, betweenMs = 0): Promise<void> {
  const piece = Buffer.alloc(MB, ' ');
  socket.pause();
  for (let sent = 0; sent < SENT_BYTES && !socket.destroyed; sent += piece.length) {
    await write(socket, piece);
    await setTimeout(betweenMs);
  }
  socket.resume();
}

/** Resolves when it has gone out, or cannot any more. */
function write(socket: Socket, piece: Buffer): Promise<void> {
  return new Promise((resolve) => socket.write(piece, () => resolve()));
}

describe.each([0, 50])('a client that is refused, and sends all the same with %i ms between pieces', (ms) => {
  it.each([
    ['a body that is too large', CHAT, asClient, 413],
    ['a wrong token', CHAT, asStranger, 401],
    ['a model nobody knows', '/v1beta/models/m:nothing', asClient, 404],
    ['an upload by a stranger', '/upload/v1beta/files', asStranger, 401],
    ['keys by a stranger', '/api/keys/import', asStranger, 401],
    ['keys that are too many', '/api/keys/import', { ...asAdmin, 'content-length': String(21 * MB) }, 413],
    ['an address without a page', '/nowhere', asStranger, 404],
  ])('reads why: %s', async (_, path, headers, status) => {
    const client = await announce(path, headers);
    await sendAll(client, ms);
    client.socket.end();
    expect(await client.received()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*\\r\\n\\r\\n\\{[^]*\\}$`));
  });
});

it.each([
  ['a body that is too large', CHAT, asClient, 413],
  ['a wrong token', CHAT, asStranger, 401],
  ['keys by a stranger', '/api/keys/import', asStranger, 401],
  ['keys that are too many', '/api/keys/import', { ...asAdmin, 'content-length': String(21 * MB) }, 413],
])('refuses %s before it is sent, where the client asks first', async (_, path, headers, status) => {
  const client = await announce(path, { ...headers, expect: '100-continue', connection: 'keep-alive' });
  expect(await client.received()).toMatch(
    new RegExp(`^HTTP/1\\.1 ${status} [^]*connection: close\\r\\n`, 'i'),
  );
  client.socket.end();
});

it('asks a client to go on that asks first', async () => {
  const headers = { expect: '100-continue', 'content-length': '2' };
  const client = await announce('/v1beta/models/m:countTokens', headers);
  await once(client.socket, 'data');
  client.socket.write('{}');
  expect(await client.received()).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 \d{3} /);
});

it('cuts who goes on for ever', async () => {
  const client = await announce(CHAT, {
    'content-length': String(1024 * 1024 * MB),
    connection: 'keep-alive',
  });
  const piece = Buffer.alloc(MB, ' ');
  while (!client.socket.destroyed) await write(client.socket, piece);
  expect(await client.received()).toMatch(/^HTTP\/1\.1 413 /);
});
