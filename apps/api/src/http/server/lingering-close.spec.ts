import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpServer } from '../../core/testing/local-server';
import { type LingerLimits, lingerWhenAnswered } from './lingering-close';

const MB = 1024 * 1024;
const NO_LIMITS: LingerLimits = { ms: 60_000, bytes: 1024 * MB };

const opened = closedAfterEach();

/** A connection to a server that refuses every request as soon as its head has come. */
async function aRefusedClient(limits: LingerLimits, headers: string) {
  const { port, sockets } = await opened(
    anHttpServer((request, response) => {
      lingerWhenAnswered(request, response, limits);
      response.writeHead(413, { 'content-length': '9' }).end('too large');
    }),
  );
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await opened(Promise.resolve({ close: async () => socket.destroy() }));
  let text = '';
  let error: Error | undefined;
  socket.on('data', (chunk) => (text += chunk.toString('latin1'))).on('error', (cause) => (error = cause));
  await once(socket, 'connect');
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n`);
  return { socket, server: () => sockets[0]!, received: () => text, error: () => error };
}

/** Sends as much as the other side takes. */
async function send(socket: Socket, bytes: number): Promise<void> {
  const piece = Buffer.alloc(64 * 1024);
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += piece.length) {
    if (socket.write(piece)) await setImmediate();
    else await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closing(socket)]);
  }
}

/** Resolves when it is closed, in whatever way. */
async function closing(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}

it('lets a client whose connection closes send everything, and read its answer then', async () => {
  const client = await aRefusedClient(NO_LIMITS, `content-length: ${20 * MB}\r\nconnection: close`);
  client.socket.pause();
  await send(client.socket, 20 * MB);
  await closing(client.server());
  client.socket.resume();
  await once(client.socket, 'end');
  expect(client.received()).toMatch(/^HTTP\/1\.1 413 [^]*connection: close\r\n[^]*too large$/i);
  expect(client.error()).toBeUndefined();
  expect(client.server().bytesRead).toBeGreaterThan(20 * MB);
});

it('tells that it closes before the client has sent everything', async () => {
  const client = await aRefusedClient(NO_LIMITS, 'content-length: 10\r\nconnection: close');
  await once(client.socket, 'end');
  expect(client.received()).toMatch(/too large$/);
  client.socket.end();
  await closing(client.server());
});

it('keeps a connection that is to be kept, once everything has come', async () => {
  const client = await aRefusedClient(NO_LIMITS, `content-length: ${MB}`);
  await send(client.socket, MB);
  client.socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  await once(client.socket, 'end');
  expect(client.received().match(/too large/g)).toHaveLength(2);
  client.socket.end();
});

it.each([
  ['connection: close', { ms: 60_000, bytes: 4 * MB }],
  ['connection: keep-alive', { ms: 60_000, bytes: 4 * MB }],
  ['connection: close', { ms: 0, bytes: 4096 * MB }],
  ['connection: keep-alive', { ms: 0, bytes: 4096 * MB }],
])('cuts who goes on for ever, with %s, beyond %j', async (connection, limits) => {
  const client = await aRefusedClient(limits, `transfer-encoding: chunked\r\n${connection}\r\n\r\nfffffffff`);
  await send(client.socket, Infinity);
  expect(client.socket.destroyed).toBe(true);
});
