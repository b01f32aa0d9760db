import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpServer } from '../../core/testing/local-server';
import { StalledRequests } from './stalled-requests';

const LOOK_MS = 5;
/** Time for many looks. */
const LOOKS_MS = 40 * LOOK_MS;

const opened = closedAfterEach();

/** A server that cuts whoever stalls at the next look, and a connection to it. */
async function aConnection(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const local = await opened(
    anHttpServer((request, response) => {
      stalled.watch(request, response);
      answer(request, response);
    }),
  );
  const stalled = new StalledRequests(local.server, () => 0, LOOK_MS);
  const socket: Socket = connect(local.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString('latin1')));
  await once(socket, 'connect');
  return { socket, received: () => text };
}

const POST = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n';

it('cuts a client that begins a body and does not go on, and says why', async () => {
  const { socket, received } = await aConnection((request) => request.resume());
  socket.write(`${POST}some of it`);
  await once(socket, 'close');
  expect(received()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

it('says nothing more where an answer has begun', async () => {
  const { socket, received } = await aConnection((request, response) => {
    request.resume();
    response.writeHead(200).write('begun');
  });
  socket.write(POST);
  await once(socket, 'close');
  expect(received()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(received()).not.toContain('408');
});

it('leaves alone whose request is complete, however long the answer takes', async () => {
  const { socket, received } = await aConnection((_, response) => {
    void setTimeout(LOOKS_MS).then(() => response.end('late'));
  });
  socket.write('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  await once(socket, 'close');
  expect(received()).toContain('late');
});

it('leaves alone a connection that is kept and idle', async () => {
  const { socket } = await aConnection((_, response) => response.end());
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'data');
  await setTimeout(LOOKS_MS);
  expect(socket.readyState).toBe('open');
});

it('leaves alone who waits for us to read', async () => {
  let read = (): void => undefined;
  const { socket } = await aConnection((request) => (read = () => void request.resume()));
  socket.write(POST + 'x'.repeat(50_000));
  await setTimeout(LOOKS_MS);
  expect(socket.readyState).toBe('open');
  read();
  await once(socket, 'close');
});

it('leaves alone who sends a second request while the first is answered, and puts nothing into that answer', async () => {
  let finish = (): void => undefined;
  const { socket, received } = await aConnection((request, response) => {
    request.resume();
    if (request.method === 'GET') finish = () => void response.end('late');
  });
  socket.write(`GET / HTTP/1.1\r\nhost: x\r\n\r\n${POST}some of it`);
  await setTimeout(LOOKS_MS);
  expect([socket.readyState, received()]).toEqual(['open', '']);
  finish();
  await once(socket, 'close');
  expect(received()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*lateHTTP\/1\.1 408 Request Timeout\r\n/);
});

it('cuts who was answered early and stalls then', async () => {
  const { socket, received } = await aConnection((_, response) => response.writeHead(401).end());
  socket.write(`${POST}some of it`);
  await once(socket, 'close');
  expect(received()).toMatch(/^HTTP\/1\.1 401/);
  expect(received()).not.toContain('408');
});
