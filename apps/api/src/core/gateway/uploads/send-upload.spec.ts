import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { Cancellation } from '../../cancellation';
import type { Lease } from '../../keypool/lending/lease';
import { FakeClock } from '../../testing/fake-clock';
import { RecordingSink } from '../../testing/recording-sink';
import { aCall } from '../../testing/upstream-exchange';
import type { AttemptResult } from '../attempts/attempt';
import type { AttemptOrder } from '../attempts/attempt-sender';
import { sendUpload } from './send-upload';

const LEASE = { kind: 'lease', keyId: 7 } as Lease;
const DONE = {
  outcome: { kind: 'ok' },
  isOpen: true,
  isBetweenEvents: false,
  usage: undefined,
  continuation: undefined,
  deliverHeld: undefined,
} as const;
const LEFT = { ...DONE, outcome: { kind: 'client_left' } } as const;

/** Runs an upload whose bytes a client sends; `upstream` stands for the attempt. */
async function anUpload(
  upstream: (order: AttemptOrder) => Promise<AttemptResult>,
  { patienceMs = 0, clock = new FakeClock(), isLeaving = false } = {},
) {
  const left = new Cancellation();
  const incoming = new Promise<IncomingMessage>((resolve) => {
    server.once('request', (request: IncomingMessage, response) => {
      request.once('close', () => void (request.complete || left.cancel()));
      response.once('close', () => left.cancel());
      resolve(request);
    });
  });
  const call = send({
    port: (server.address() as AddressInfo).port,
    method: 'POST',
    headers: { 'content-length': '10' },
  });
  call.on('error', () => undefined);
  call.write('12345');
  const request = await incoming;
  const order = {
    requestId: 'r',
    model: '',
    isModelListed: false,
    sink: new RecordingSink(),
    cancellation: left,
    request,
    patienceMs,
    call: aCall(),
  };
  const ended = sendUpload({ send: upstream }, clock, order, LEASE);
  if (isLeaving) call.destroy();
  else call.end('67890');
  return { result: await ended, left };
}

const server = createServer();
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function readAll(body: unknown): Promise<string> {
  let text = '';
  for await (const chunk of body as Readable) text += String(chunk);
  return text;
}

it('passes the bytes on as they come, with the key that was lent', async () => {
  let body = '';
  const { result } = await anUpload(async ({ call }) => {
    body = await readAll(call.body);
    return DONE;
  });
  expect([body, result.keyId, result.attempts, result.fault]).toEqual(['1234567890', 7, 1, undefined]);
});

it('ends the call when the client leaves in the middle', async () => {
  const { result } = await anUpload(
    ({ cancellation }) => new Promise((resolve) => cancellation.add(() => resolve(LEFT))),
    { isLeaving: true },
  );
  expect(result.fault).toBeUndefined();
});

it('lets upstream finish when the client leaves after its last byte', async () => {
  let isCancelled = false;
  await anUpload(async ({ call, cancellation }) => {
    cancellation.add(() => (isCancelled = true));
    await readAll(call.body);
    server.closeAllConnections();
    await new Promise((resolve) => setImmediate(resolve));
    return DONE;
  });
  expect(isCancelled).toBe(false);
});

it('gives upstream up that does not answer after the last byte', async () => {
  const clock = new FakeClock();
  const { result } = await anUpload(
    async ({ call, cancellation }) => {
      const cancelled = new Promise<void>((resolve) => cancellation.add(resolve));
      await readAll(call.body);
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(5_000);
      await cancelled;
      return LEFT;
    },
    { patienceMs: 5_000, clock },
  );
  expect([result.fault?.status, result.fault?.message]).toEqual([504, expect.stringContaining('5 s')]);
});
