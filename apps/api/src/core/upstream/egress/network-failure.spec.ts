import { closedAfterEach } from '../../testing/closed-after-each';
import { aClosedPort, anHttpServer, aTcpServer } from '../../testing/local-server';
import { RecordingReceiver } from '../../testing/recording-receiver';
import { A_CREDENTIAL, aCall, aClient, replyOf } from '../../testing/upstream-exchange';

const closing = closedAfterEach();

describe('UpstreamClient tells a failure of the network as what it is', () => {
  it('refused: nobody listens', async () => {
    const receiver = await replyOf(aClient(`http://127.0.0.1:${await aClosedPort()}`));
    expect(receiver).toMatchObject({ calls: ['failure'], failure: 'refused' });
  });

  it('dns: the name does not exist', async () => {
    expect((await replyOf(aClient('http://no-such-host.invalid'))).failure).toBe('dns');
  });

  it('tls: the other side does not speak it', async () => {
    const upstream = await closing(aTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect((await replyOf(aClient(upstream.origin.replace('http:', 'https:')))).failure).toBe('tls');
  });

  it('reset: the connection is lost before the head', async () => {
    const upstream = await closing(
      aTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );
    expect(await replyOf(aClient(upstream.origin))).toMatchObject({ calls: ['failure'], failure: 'reset' });
  });

  it('reset: the connection is closed before the head', async () => {
    const upstream = await closing(aTcpServer((socket) => socket.once('data', () => socket.end())));
    expect(await replyOf(aClient(upstream.origin))).toMatchObject({ calls: ['failure'], failure: 'reset' });
  });

  it.each([
    ['chunked', 'transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
    ['chunked, to be closed', 'connection: close\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n'],
    ['of a known length', 'content-length: 10\r\n\r\nhello'],
  ])('reset: the connection is lost in the middle of a reply that is %s', async (_, rest) => {
    const upstream = await closing(
      aTcpServer((socket) => socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${rest}`))),
    );
    const receiver = await replyOf(aClient(upstream.origin));
    expect(receiver).toMatchObject({ calls: ['head', 'data', 'failure'], body: 'hello', failure: 'reset' });
  });

  it('reset: what comes is no HTTP', async () => {
    const upstream = await closing(
      aTcpServer((socket) => socket.once('data', () => socket.end('hello\r\n\r\n'))),
    );
    expect((await replyOf(aClient(upstream.origin))).failure).toBe('reset');
  });

  it('first_byte_timeout: the head does not come', async () => {
    const upstream = await closing(anHttpServer(() => undefined));
    const receiver = await replyOf(aClient(upstream.origin, { firstByteTimeoutMs: 50 }));
    expect(receiver).toMatchObject({ calls: ['failure'], failure: 'first_byte_timeout' });
  });

  it('idle_timeout: the reply stops coming', async () => {
    const upstream = await closing(anHttpServer((_, response) => response.write('hello')));
    const receiver = await replyOf(aClient(upstream.origin, { idleTimeoutMs: 50 }));
    expect(receiver).toMatchObject({ calls: ['head', 'data', 'failure'], failure: 'idle_timeout' });
  });

  it('reset: a kept connection is closed as the next call goes out; the one after opens a fresh one', async () => {
    const upstream = await closing(
      aTcpServer((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
          socket.once('data', () => socket.destroy());
        });
      }),
    );
    const client = aClient(upstream.origin);
    await replyOf(client);
    expect(await replyOf(client)).toMatchObject({ calls: ['failure'], failure: 'reset' });
    expect(await replyOf(client)).toMatchObject({ calls: ['head', 'end'] });
  });

  it('never during send, also when the request cannot be sent at all', async () => {
    const upstream = await closing(anHttpServer((_, response) => response.end()));
    const receiver = new RecordingReceiver();
    aClient(upstream.origin).send(aCall({ path: '/with a space' }), A_CREDENTIAL, receiver);
    expect(receiver.calls).toEqual([]);
    await receiver.over;
    expect(receiver.calls).toEqual(['failure']);
  });

  it('in words that hold no key', async () => {
    const receiver = await replyOf(aClient(`http://127.0.0.1:${await aClosedPort()}`));
    expect(receiver.message).toBe('Upstream refused the connection (ECONNREFUSED).');
  });
});
