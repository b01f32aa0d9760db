import { closedAfterEach } from '../../testing/closed-after-each';
import type { LocalProxy } from '../../testing/local-proxies';
import { anHttpProxy, aSocksProxy } from '../../testing/local-proxies';
import type { LocalServer } from '../../testing/local-server';
import { aClosedPort, anHttpServer, aTcpServer } from '../../testing/local-server';
import { RecordingReceiver } from '../../testing/recording-receiver';
import { A_CREDENTIAL, aCall, aClient, replyOf } from '../../testing/upstream-exchange';

const closing = closedAfterEach();

async function send(origin: string, proxy: string, connectTimeoutMs = 5_000) {
  const receiver = new RecordingReceiver();
  const client = aClient(origin, { proxies: [proxy], connectTimeoutMs });
  const { egressId } = client.send(aCall(), A_CREDENTIAL, receiver);
  await receiver.over;
  return { receiver, egressId };
}

function anUpstream(): Promise<LocalServer> {
  return anHttpServer((_, response) => response.end('through'));
}

describe.each([
  ['http', anHttpProxy],
  ['socks5', aSocksProxy],
  ['socks5h', aSocksProxy],
])('an egress proxy over %s', (scheme, aProxy: (credentials?: string) => Promise<LocalProxy>) => {
  it('carries a call, and is named by the flight', async () => {
    const upstream = await closing(anUpstream());
    const proxy = await closing(aProxy());
    const { receiver, egressId } = await send(upstream.origin, `${scheme}://127.0.0.1:${proxy.port}`);
    expect(receiver.body).toBe('through');
    expect(proxy.tunnels).toEqual([`127.0.0.1:${upstream.port}`]);
    expect(egressId).toBe(`${scheme === 'socks5h' ? 'socks5' : scheme}://127.0.0.1:${proxy.port}`);
  });

  it('keeps the tunnel for the next call', async () => {
    const upstream = await closing(anUpstream());
    const proxy = await closing(aProxy());
    const client = aClient(upstream.origin, { proxies: [`${scheme}://127.0.0.1:${proxy.port}`] });
    for (let turn = 0; turn < 3; turn += 1) await replyOf(client);
    expect(proxy.tunnels).toHaveLength(1);
  });

  it('resolves the name of the upstream host', async () => {
    const upstream = await closing(anUpstream());
    const proxy = await closing(aProxy());
    const { receiver } = await send(
      `http://upstream.test:${upstream.port}`,
      `${scheme}://127.0.0.1:${proxy.port}`,
    );
    expect(receiver.body).toBe('through');
    expect(proxy.tunnels).toEqual([`upstream.test:${upstream.port}`]);
  });

  it('is given its credentials', async () => {
    const upstream = await closing(anUpstream());
    const proxy = await closing(aProxy('joe:p@ss'));
    const { receiver } = await send(upstream.origin, `${scheme}://joe:p%40ss@127.0.0.1:${proxy.port}`);
    expect(receiver.body).toBe('through');
  });

  it('fails as egress, without a word of its credentials, when it refuses them', async () => {
    const upstream = await closing(anUpstream());
    const proxy = await closing(aProxy('joe:right'));
    const { receiver, egressId } = await send(
      upstream.origin,
      `${scheme}://joe:wrong@127.0.0.1:${proxy.port}`,
    );
    expect(receiver).toMatchObject({ calls: ['failure'], failure: 'egress' });
    expect(`${receiver.message} ${egressId}`).not.toMatch(/joe|wrong/);
  });

  it('fails as egress when nobody listens there', async () => {
    const { receiver, egressId } = await send(
      'http://127.0.0.1:9',
      `${scheme}://127.0.0.1:${await aClosedPort()}`,
    );
    expect(receiver).toMatchObject({ failure: 'egress', message: 'The egress proxy failed: ECONNREFUSED.' });
    expect(egressId).toBeDefined();
  });

  it('fails as egress when it cannot reach upstream', async () => {
    const proxy = await closing(aProxy());
    const { receiver } = await send(
      `http://127.0.0.1:${await aClosedPort()}`,
      `${scheme}://127.0.0.1:${proxy.port}`,
    );
    expect(receiver.failure).toBe('egress');
  });

  it('fails as egress, once, when it hangs up at once', async () => {
    const proxy = await closing(aTcpServer((socket) => socket.end()));
    const { receiver } = await send('http://127.0.0.1:9', `${scheme}://127.0.0.1:${proxy.port}`);
    expect([receiver.calls, receiver.failure, proxy.sockets.length]).toEqual([['failure'], 'egress', 1]);
  });

  it('fails as egress when it says nothing in time', async () => {
    const proxy = await closing(aTcpServer(() => undefined));
    const { receiver } = await send('http://127.0.0.1:9', `${scheme}://127.0.0.1:${proxy.port}`, 50);
    expect(receiver.failure).toBe('egress');
  });

  it('leaves a failed TLS handshake with upstream to upstream', async () => {
    const upstream = await closing(anUpstream());
    const proxy = await closing(aProxy());
    const { receiver } = await send(
      upstream.origin.replace('http:', 'https:'),
      `${scheme}://127.0.0.1:${proxy.port}`,
    );
    expect(receiver.failure).toBe('tls');
  });
});
