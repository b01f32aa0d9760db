import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { InvalidRequestError, UnauthenticatedError } from '../../core/gateway-error';
import type { Upgrade, UpgradeRoute } from './upgrade-route';
import { UpgradeRouter } from './upgrade-router';
import { UpgradeSockets } from './upgrade-sockets';

const echo = new WebSocketServer({ noServer: true });
const takeOver = ({ request, socket, head, tail }: Upgrade): void =>
  echo.handleUpgrade(request, socket, head, (webSocket) => webSocket.send(`tail=${tail}`));

let server: Server;
let sockets: UpgradeSockets;
let mistakes: unknown[];

beforeEach(async () => {
  mistakes = [];
  sockets = new UpgradeSockets();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.end(`${request.method} ${request.url} ${body}`));
  });
  const route = (
    path: string,
    auth: 'client' | 'admin',
    open: UpgradeRoute['open'] = takeOver,
  ): UpgradeRoute => ({
    path,
    auth,
    protocol: 'openai-chat',
    summary: 'A test',
    open,
  });
  new UpgradeRouter(
    [
      route('/admin', 'admin'),
      route('/live/*', 'client'),
      route('/wrong', 'client', () => {
        throw new InvalidRequestError('No.', { field: 'x' });
      }),
      route('/broken', 'client', () => {
        throw new Error('secret detail');
      }),
    ],
    {
      admins: {
        admit: () => Promise.reject(new Error('not asked')),
        admitConnection: async ({ headers }) => {
          if (headers.authorization === 'Bearer admin') return { isInForce: async () => true };
          throw new UnauthenticatedError('Sign in.');
        },
      },
      clients: {
        identify: (token) => (token === 'client' ? { id: 1, name: 'c', isAdmin: false } : undefined),
      },
      ids: { requestId: () => 'req_1', withPrefix: (prefix) => prefix },
      sockets,
      isClientPath: (path) => path === '/v1/responses',
      onMistake: (error) => mistakes.push(error),
    },
  ).attach(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  sockets.destroy();
  server.closeAllConnections();
  server.close();
});

const port = (): number => (server.address() as AddressInfo).port;

/** What a WebSocket is answered: its first message, or status and body of the refusal. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${port()}${path}`, { headers });
  return new Promise((resolve) => {
    socket.once('message', (data: Buffer) => resolve(data.toString()));
    socket.once('unexpected-response', (_, response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve(`${response.statusCode} ${body}`));
    });
    socket.on('error', () => undefined);
  });
}

it.each([
  ['an administrator', '/admin', { authorization: 'Bearer admin' }, /^tail=$/],
  ['a client', '/live/a/b?x=1', { 'x-goog-api-key': 'client' }, /^tail=a\/b$/],
  ['a client with doubled slashes', '//live/a', { 'x-goog-api-key': 'client' }, /^tail=a$/],
  ['a client by its query', '/live/a?key=client', {}, /^tail=a$/],
  ['a stranger, at a route for administrators', '/admin', {}, /^401 .*unauthenticated/],
  ['a client, at a route for administrators', '/admin', { authorization: 'Bearer client' }, /^401 /],
  ['a stranger, at a route for clients', '/live/a', {}, /^401 .*invalid_api_key/],
  ['who asks for what there is not', '/nothing', {}, /^404 .*unknown_path/],
  ['who asks wrongly', '/wrong?key=client', {}, /^400 .*"param":"x"/],
])('answers %s', async (_, path, headers, answer) => {
  expect(await ask(path, headers as Record<string, string>)).toMatch(answer);
});

it('tells nothing of its own mistakes', async () => {
  expect(await ask('/broken?key=client')).toMatch(/^500 (?!.*secret)/);
  expect(mistakes).toHaveLength(1);
});

it('serves a request that offers another upgrade as if it had not', async () => {
  const socket: Socket = connect(port(), '127.0.0.1');
  const body = 'x'.repeat(100_000);
  socket.write(
    `POST /v1/chat HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n` +
      `HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.includes(body)) break;
  }
  expect(answer).toMatch(/^HTTP\/1.1 200 OK[^]*POST \/v1\/chat x+/);
});

it('lets a plain route answer where it knows the path and there is no WebSocket', async () => {
  expect(await ask('/v1/responses')).toBe('200 GET /v1/responses ');
});

it('asks open connections to end when the gateway stops, and cuts those that stay', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${port()}/live/a?key=client`);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  sockets.drain();
  sockets.destroy();
  await closed;
  expect(socket.readyState).toBe(WebSocket.CLOSED);
});
