import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as aTurn } from 'node:timers/promises';
import { closedAfterEach } from '../testing/closed-after-each';
import { anHttpServer, aTcpServer } from '../testing/local-server';
import { RecordingReceiver } from '../testing/recording-receiver';
import { A_CREDENTIAL, A_KEY, A_STOPPED_CLOCK, aCall, aClient, replyOf } from '../testing/upstream-exchange';
import { EgressDispatchers } from './egress/egress-dispatchers';
import { UpstreamClient } from './upstream-client';

const closing = closedAfterEach();

describe('UpstreamClient', () => {
  it('sends the call with its one credential, below the path of the origin, and hands the reply over', async () => {
    let seen: IncomingMessage | undefined;
    let body = '';
    const upstream = await closing(
      anHttpServer((request, response) => {
        seen = request;
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => response.writeHead(201, { 'x-some': 'thing' }).end('answer'));
      }),
    );
    const client = aClient(`${upstream.origin}/prefix/`, {
      customHeaders: { 'X-Extra': '1', 'X-Goog-Api-Key': 'no', Authorization: 'no' },
    });
    const receiver = await replyOf(client, aCall({ body: Buffer.from('{"a":1}') }));

    expect(receiver).toMatchObject({ calls: ['head', 'data', 'end'], status: 201, body: 'answer' });
    expect(receiver.headers['x-some']).toBe('thing');
    expect([seen?.method, seen?.url, body]).toEqual([
      'POST',
      '/prefix/v1beta/models/m:generateContent',
      '{"a":1}',
    ]);
    expect(seen?.headers).toMatchObject({
      'x-goog-api-key': A_KEY,
      'accept-encoding': 'identity',
      'content-type': 'application/json',
      'content-length': '7',
      'x-extra': '1',
    });
    expect(seen?.headers['authorization']).toBeUndefined();
  });

  it('sends the key as a bearer token to the OpenAI-compatible endpoint, and only so', async () => {
    let headers: IncomingMessage['headers'] = {};
    const upstream = await closing(
      anHttpServer((request, response) => {
        headers = request.headers;
        response.end();
      }),
    );
    await replyOf(aClient(upstream.origin), aCall({ path: '/v1beta/openai/chat/completions' }));
    expect([headers['authorization'], headers['x-goog-api-key']]).toEqual([`Bearer ${A_KEY}`, undefined]);
  });

  it('keeps a connection for the next call', async () => {
    const upstream = await closing(anHttpServer((_, response) => response.end('x')));
    const client = aClient(upstream.origin);
    for (let turn = 0; turn < 3; turn += 1) await replyOf(client);
    expect(upstream.sockets).toHaveLength(1);
  });

  it('follows a changed origin', async () => {
    const [first, second] = [
      await closing(anHttpServer((_, r) => r.end('first'))),
      await closing(anHttpServer((_, r) => r.end('second'))),
    ];
    const options = { origin: first.origin, firstByteTimeoutMs: 0, idleTimeoutMs: 0, customHeaders: {} };
    const egress = new EgressDispatchers(
      () => ({ proxies: [], fixedPerKey: true, connectTimeoutMs: 5_000 }),
      A_STOPPED_CLOCK,
    );
    const client = new UpstreamClient(egress, () => options);
    const before = await replyOf(client);
    options.origin = second.origin;
    expect([before.body, (await replyOf(client)).body]).toEqual(['first', 'second']);
  });

  describe('abort', () => {
    it('closes the upstream socket, and the receiver hears nothing more', async () => {
      const upstream = await closing(anHttpServer((_, response) => response.write('hello')));
      const receiver = new RecordingReceiver();
      const flight = aClient(upstream.origin).send(aCall(), A_CREDENTIAL, receiver);
      await receiver.firstData;
      const closed = once(upstream.sockets[0]!, 'close');
      flight.abort();
      await closed;
      expect(receiver.calls).toEqual(['head', 'data']);
    });

    it('before the head closes the socket, too', async () => {
      let request: () => void;
      const requested = new Promise<void>((resolve) => (request = resolve));
      const upstream = await closing(anHttpServer(() => request()));
      const receiver = new RecordingReceiver();
      const flight = aClient(upstream.origin).send(aCall(), A_CREDENTIAL, receiver);
      await requested;
      const closed = once(upstream.sockets[0]!, 'close');
      flight.abort();
      await closed;
      expect(receiver.calls).toEqual([]);
    });

    it('before the connection stands sends nothing', async () => {
      let bytes = 0;
      const upstream = await closing(
        aTcpServer((socket) => socket.on('data', (chunk) => (bytes += chunk.length))),
      );
      const client = aClient(upstream.origin);
      const connected = once(upstream.server, 'connection') as Promise<[Socket]>;
      client.send(aCall(), A_CREDENTIAL, new RecordingReceiver()).abort();
      const [socket] = await connected;
      const closed = once(socket, 'close');
      await client.close();
      await closed;
      expect(bytes).toBe(0);
    });

    it('after the end does nothing', async () => {
      const upstream = await closing(anHttpServer((_, response) => response.end('x')));
      const receiver = new RecordingReceiver();
      const client = aClient(upstream.origin);
      const flight = client.send(aCall(), A_CREDENTIAL, receiver);
      await receiver.over;
      await aTurn();
      flight.abort();
      await replyOf(client);
      expect([receiver.calls, upstream.sockets.length]).toEqual([['head', 'data', 'end'], 1]);
    });
  });

  it('lets a slow reader slow upstream down, and goes on where it stopped', async () => {
    const size = 64 * 1024 * 1024;
    let response: ServerResponse | undefined;
    const upstream = await closing(
      anHttpServer((_, r) => {
        response = r;
        r.end(Buffer.alloc(size));
      }),
    );
    const receiver = new RecordingReceiver();
    receiver.wantsMore = false;
    const flight = aClient(upstream.origin, { idleTimeoutMs: 50 }).send(aCall(), A_CREDENTIAL, receiver);
    await receiver.firstData;
    const atPause = receiver.receivedBytes;
    // A second exchange gives the first one every chance to go on reading.
    await replyOf(aClient((await closing(anHttpServer((_, r) => setTimeout(() => r.end(), 100)))).origin));
    expect(receiver.receivedBytes).toBe(atPause);
    expect(response?.writableFinished).toBe(false);

    receiver.wantsMore = true;
    flight.resume();
    await receiver.over;
    expect([receiver.calls, receiver.receivedBytes]).toEqual([['head', 'data', 'end'], size]);
  });

  it('closes once the flights have ended', async () => {
    let finish: () => void = () => undefined;
    const upstream = await closing(
      anHttpServer((_, response) => {
        response.write('hello');
        finish = () => response.end();
      }),
    );
    const receiver = new RecordingReceiver();
    const client = aClient(upstream.origin);
    client.send(aCall(), A_CREDENTIAL, receiver);
    await receiver.firstData;
    const closed = client.close();
    finish();
    await closed;
    expect(receiver.calls).toEqual(['head', 'data', 'end']);
  });
});
