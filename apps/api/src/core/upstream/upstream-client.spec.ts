import { once } from 'node:events';
import { setImmediate as aTurn } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { UpstreamCall } from '../gemini/upstream-call';
import { Secret } from '../secret';
import type { LocalServer } from '../testing/local-server';
import { aClosedPort, anHttpServer, aTcpServer } from '../testing/local-server';
import { RecordingReceiver } from '../testing/recording-receiver';
import { EgressDispatchers } from './egress-dispatchers';
import type { UpstreamOptions } from './upstream-client';
import { UpstreamClient } from './upstream-client';

const KEY = 'AIzaSyTest1234567890abcdefghijklmnopqrs';
const CREDENTIAL = { secret: new Secret(KEY), fingerprint: 'f1' };
const CLOCK = { nowMs: () => 0, sleep: () => Promise.resolve() };

const open: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

function aCall(overrides: Partial<UpstreamCall> = {}): UpstreamCall {
  return {
    method: 'POST',
    path: '/v1beta/models/m:generateContent',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{}'),
    replyForm: 'unary',
    scope: 'm',
    expects: 'answer',
    ...overrides,
  };
}

function aClient(
  origin: string,
  options: Partial<UpstreamOptions> & { connectTimeoutMs?: number } = {},
): UpstreamClient {
  const { connectTimeoutMs = 5_000, ...rest } = options;
  const egress = new EgressDispatchers(() => ({ proxies: [], fixedPerKey: true, connectTimeoutMs }), CLOCK);
  const all = { origin, firstByteTimeoutMs: 5_000, idleTimeoutMs: 5_000, customHeaders: {}, ...rest };
  return new UpstreamClient(egress, () => all);
}

async function aUpstream(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const server = await anHttpServer(listener);
  open.push(server);
  return server;
}

async function aRawUpstream(onConnection: (socket: Socket) => void): Promise<LocalServer> {
  const server = await aTcpServer(onConnection);
  open.push(server);
  return server;
}

/** Sends a call and waits until its connection is free again. */
async function reply(client: UpstreamClient, call = aCall()): Promise<RecordingReceiver> {
  const receiver = new RecordingReceiver();
  client.send(call, CREDENTIAL, receiver);
  await receiver.over;
  await aTurn();
  return receiver;
}

describe('UpstreamClient', () => {
  it('sends the call with its one credential, below the path of the origin, and hands the reply over', async () => {
    let seen: IncomingMessage | undefined;
    let body = '';
    const upstream = await aUpstream((request, response) => {
      seen = request;
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.writeHead(201, { 'x-some': 'thing' }).end('answer'));
    });
    const client = aClient(`${upstream.origin}/prefix/`, {
      customHeaders: { 'X-Extra': '1', 'X-Goog-Api-Key': 'no' },
    });
    const receiver = await reply(client, aCall({ body: Buffer.from('{"a":1}') }));

    expect(receiver).toMatchObject({ calls: ['head', 'data', 'end'], status: 201, body: 'answer' });
    expect(receiver.headers['x-some']).toBe('thing');
    expect([seen?.method, seen?.url, body]).toEqual([
      'POST',
      '/prefix/v1beta/models/m:generateContent',
      '{"a":1}',
    ]);
    expect(seen?.headers).toMatchObject({
      'x-goog-api-key': KEY,
      'accept-encoding': 'identity',
      'content-type': 'application/json',
      'content-length': '7',
      'x-extra': '1',
    });
    expect(seen?.headers['authorization']).toBeUndefined();
  });

  it('sends the key as a bearer token to the OpenAI-compatible endpoint, and only so', async () => {
    let headers: IncomingMessage['headers'] = {};
    const upstream = await aUpstream((request, response) => {
      headers = request.headers;
      response.end();
    });
    await reply(aClient(upstream.origin), aCall({ path: '/v1beta/openai/chat/completions' }));
    expect([headers['authorization'], headers['x-goog-api-key']]).toEqual([`Bearer ${KEY}`, undefined]);
  });

  it('keeps a connection for the next call', async () => {
    const upstream = await aUpstream((_, response) => response.end('x'));
    const client = aClient(upstream.origin);
    for (let turn = 0; turn < 3; turn += 1) await reply(client);
    expect(upstream.sockets).toHaveLength(1);
  });

  it('follows a changed origin', async () => {
    const [first, second] = [
      await aUpstream((_, r) => r.end('first')),
      await aUpstream((_, r) => r.end('second')),
    ];
    const options = { origin: first.origin, firstByteTimeoutMs: 0, idleTimeoutMs: 0, customHeaders: {} };
    const egress = new EgressDispatchers(
      () => ({ proxies: [], fixedPerKey: true, connectTimeoutMs: 5_000 }),
      CLOCK,
    );
    const client = new UpstreamClient(egress, () => options);
    const before = await reply(client);
    options.origin = second.origin;
    expect([before.body, (await reply(client)).body]).toEqual(['first', 'second']);
  });

  describe('tells a failure of the network as what it is', () => {
    it('refused: nobody listens', async () => {
      const receiver = await reply(aClient(`http://127.0.0.1:${await aClosedPort()}`));
      expect(receiver).toMatchObject({ calls: ['failure'], failure: 'refused' });
    });

    it('dns: the name does not exist', async () => {
      expect((await reply(aClient('http://no-such-host.invalid'))).failure).toBe('dns');
    });

    it('tls: the other side does not speak it', async () => {
      const upstream = await aRawUpstream((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      expect((await reply(aClient(upstream.origin.replace('http:', 'https:')))).failure).toBe('tls');
    });

    it('reset: the connection is lost before the head', async () => {
      const upstream = await aRawUpstream((socket) => socket.once('data', () => socket.resetAndDestroy()));
      expect(await reply(aClient(upstream.origin))).toMatchObject({ calls: ['failure'], failure: 'reset' });
    });

    it('reset: the connection is closed before the head', async () => {
      const upstream = await aRawUpstream((socket) => socket.once('data', () => socket.end()));
      expect(await reply(aClient(upstream.origin))).toMatchObject({ calls: ['failure'], failure: 'reset' });
    });

    it.each([
      ['chunked', 'transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
      ['chunked, to be closed', 'connection: close\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
      ['of a known length', 'content-length: 10\r\n\r\nhello'],
    ])('reset: the connection is lost in the middle of a reply that is %s', async (_, rest) => {
      const upstream = await aRawUpstream((socket) =>
        socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${rest}`)),
      );
      const receiver = await reply(aClient(upstream.origin));
      expect(receiver).toMatchObject({ calls: ['head', 'data', 'failure'], body: 'hello', failure: 'reset' });
    });

    it('reset: what comes is no HTTP', async () => {
      const upstream = await aRawUpstream((socket) => socket.once('data', () => socket.end('hello\r\n\r\n')));
      expect((await reply(aClient(upstream.origin))).failure).toBe('reset');
    });

    it('first_byte_timeout: the head does not come', async () => {
      const upstream = await aUpstream(() => undefined);
      const receiver = await reply(aClient(upstream.origin, { firstByteTimeoutMs: 50 }));
      expect(receiver).toMatchObject({ calls: ['failure'], failure: 'first_byte_timeout' });
    });

    it('idle_timeout: the reply stops coming', async () => {
      const upstream = await aUpstream((_, response) => response.write('hello'));
      const receiver = await reply(aClient(upstream.origin, { idleTimeoutMs: 50 }));
      expect(receiver).toMatchObject({ calls: ['head', 'data', 'failure'], failure: 'idle_timeout' });
    });

    it('reset: a kept connection is closed as the next call goes out; the one after opens a fresh one', async () => {
      const upstream = await aRawUpstream((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
          socket.once('data', () => socket.destroy());
        });
      });
      const client = aClient(upstream.origin);
      await reply(client);
      expect(await reply(client)).toMatchObject({ calls: ['failure'], failure: 'reset' });
      expect(await reply(client)).toMatchObject({ calls: ['head', 'end'] });
    });

    it('never during send, also when the request cannot be sent at all', async () => {
      const upstream = await aUpstream((_, response) => response.end());
      const receiver = new RecordingReceiver();
      aClient(upstream.origin).send(aCall({ path: '/with a space' }), CREDENTIAL, receiver);
      expect(receiver.calls).toEqual([]);
      await receiver.over;
      expect(receiver.calls).toEqual(['failure']);
    });

    it('in words that hold no key', async () => {
      const receiver = await reply(aClient(`http://127.0.0.1:${await aClosedPort()}`));
      expect(receiver.message).toBe('Upstream refused the connection (ECONNREFUSED).');
    });
  });

  describe('abort', () => {
    it('closes the upstream socket, and the receiver hears nothing more', async () => {
      const upstream = await aUpstream((_, response) => response.write('hello'));
      const receiver = new RecordingReceiver();
      const flight = aClient(upstream.origin).send(aCall(), CREDENTIAL, receiver);
      await receiver.firstData;
      const closed = once(upstream.sockets[0]!, 'close');
      flight.abort();
      await closed;
      expect(receiver.calls).toEqual(['head', 'data']);
    });

    it('before the head closes the socket, too', async () => {
      let request: () => void;
      const requested = new Promise<void>((resolve) => (request = resolve));
      const upstream = await aUpstream(() => request());
      const receiver = new RecordingReceiver();
      const flight = aClient(upstream.origin).send(aCall(), CREDENTIAL, receiver);
      await requested;
      const closed = once(upstream.sockets[0]!, 'close');
      flight.abort();
      await closed;
      expect(receiver.calls).toEqual([]);
    });

    it('before the connection stands sends nothing', async () => {
      let bytes = 0;
      const upstream = await aRawUpstream((socket) => socket.on('data', (chunk) => (bytes += chunk.length)));
      const client = aClient(upstream.origin);
      const connected = once(upstream.server, 'connection') as Promise<[Socket]>;
      client.send(aCall(), CREDENTIAL, new RecordingReceiver()).abort();
      const [socket] = await connected;
      const closed = once(socket, 'close');
      await client.close();
      await closed;
      expect(bytes).toBe(0);
    });

    it('after the end does nothing', async () => {
      const upstream = await aUpstream((_, response) => response.end('x'));
      const receiver = new RecordingReceiver();
      const client = aClient(upstream.origin);
      const flight = client.send(aCall(), CREDENTIAL, receiver);
      await receiver.over;
      await aTurn();
      flight.abort();
      await reply(client);
      expect([receiver.calls, upstream.sockets.length]).toEqual([['head', 'data', 'end'], 1]);
    });
  });

  it('lets a slow reader slow upstream down, and goes on where it stopped', async () => {
    const size = 64 * 1024 * 1024;
    let response: ServerResponse | undefined;
    const upstream = await aUpstream((_, r) => {
      response = r;
      r.end(Buffer.alloc(size));
    });
    const receiver = new RecordingReceiver();
    receiver.wantsMore = false;
    const flight = aClient(upstream.origin, { idleTimeoutMs: 50 }).send(aCall(), CREDENTIAL, receiver);
    await receiver.firstData;
    const atPause = receiver.receivedBytes;
    // A second exchange gives the first one every chance to go on reading.
    await reply(aClient((await aUpstream((_, r) => setTimeout(() => r.end(), 100))).origin));
    expect(receiver.receivedBytes).toBe(atPause);
    expect(response?.writableFinished).toBe(false);

    receiver.wantsMore = true;
    flight.resume();
    await receiver.over;
    expect([receiver.calls, receiver.receivedBytes]).toEqual([['head', 'data', 'end'], size]);
  });

  it('closes once the flights have ended', async () => {
    let finish: () => void = () => undefined;
    const upstream = await aUpstream((_, response) => {
      response.write('hello');
      finish = () => response.end();
    });
    const receiver = new RecordingReceiver();
    const client = aClient(upstream.origin);
    client.send(aCall(), CREDENTIAL, receiver);
    await receiver.firstData;
    const closed = client.close();
    finish();
    await closed;
    expect(receiver.calls).toEqual(['head', 'data', 'end']);
  });
});
