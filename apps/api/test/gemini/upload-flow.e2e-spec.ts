import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as send,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as passed } from 'node:timers/promises';
import { anUpload } from '../support/clients/uploads';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';

const MB = 1024 * 1024;
const SIZE_BYTES = 160 * MB;
/** What sockets and streams on the way may hold: far less than the file. */
const MOST_ON_THE_WAY_BYTES = 48 * MB;

let gateway: GatewayProcess;
let upstream: Server;
let sentBytes = 0;
let readBytes = 0;
let mostOnTheWayBytes = 0;

/** Takes uploads, each piece some time after the one before. */
function aSlowUpstream(): Server {
  return createServer((request, response) => void take(request, response));
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers['x-goog-upload-command'] === 'start') {
    request.resume();
    const url = `http://${request.headers.host}/upload?upload_id=1&key=theirs`;
    response.writeHead(200, { 'x-goog-upload-status': 'active', 'x-goog-upload-url': url }).end('{}');
    return;
  }
  expect([request.url, request.headers['x-goog-api-key']]).toEqual([
    '/upload?upload_id=1',
    'the-one-key-0123456789',
  ]);
  for await (const piece of request) {
    readBytes += (piece as Buffer).length;
    mostOnTheWayBytes = Math.max(mostOnTheWayBytes, sentBytes - readBytes);
    if (readBytes % MB < (piece as Buffer).length) await passed(2);
  }
  const body = JSON.stringify({ file: { name: 'files/x', sizeBytes: String(readBytes) } });
  response.writeHead(200, { 'x-goog-upload-status': 'final' }).end(body);
}

beforeAll(async () => {
  upstream = aSlowUpstream().listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const { port } = upstream.address() as AddressInfo;
  gateway = await startGateway({
    BASE_URL: `http://127.0.0.1:${port}/v1beta`,
    API_KEYS: 'the-one-key-0123456789',
    PUBLIC_URL: 'https://ai.example.com/gemini-pool/',
  });
});
afterAll(async () => {
  await discard(gateway);
  upstream.close();
});

it('a client sends a file no faster than upstream takes it, to an address that holds nothing but an id', async () => {
  const { url } = await anUpload(gateway.url);
  const { origin, pathname, searchParams } = new URL(url);
  expect([origin, pathname, [...searchParams.keys()]]).toEqual([
    'https://ai.example.com',
    '/gemini-pool/upload/v1beta/files',
    ['upload_id'],
  ]);
  const headers = {
    'content-length': String(SIZE_BYTES),
    'x-goog-upload-command': 'upload, finalize',
    'x-goog-upload-offset': '0',
  };
  const call = send(`${gateway.url}/upload/v1beta/files?${searchParams.toString()}`, {
    method: 'POST',
    headers,
  });
  const answered = once(call, 'response');
  const piece = Buffer.alloc(MB, 'x');
  while (sentBytes < SIZE_BYTES) {
    sentBytes += piece.length;
    if (!call.write(piece)) await once(call, 'drain');
  }
  call.end();
  const [response] = (await answered) as [NodeJS.ReadableStream];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual({
    file: { name: 'files/x', sizeBytes: String(SIZE_BYTES) },
  });
  expect(mostOnTheWayBytes).toBeLessThan(MOST_ON_THE_WAY_BYTES);
});

it('what upstream gave as address and key is in no log', () => {
  expect(gateway.output()).not.toContain('theirs');
  expect(gateway.output()).not.toContain('the-one-key');
});
