import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpProxy, aSocksProxy } from '../../core/testing/local-proxies';
import { aClosedPort, anHttpServer, aTcpServer } from '../../core/testing/local-server';
import { aPoolOf } from '../../core/testing/pool-keys';
import { checkEgress } from '../../core/upstream/egress/check-egress';
import { parseEgressProxy } from '../../core/upstream/egress/egress-proxy';
import { CheckProxies } from './check-proxies.task';
import { ProxyChecks, REST_MS } from './proxy-checks';

const closing = closedAfterEach();
const SIGNAL = new AbortController().signal;

async function someChecks(urls: readonly string[]) {
  const upstream = await closing(anHttpServer((_, response) => response.writeHead(404).end()));
  const { pool, clock } = aPoolOf(1);
  const made: string[] = [];
  const checks = new ProxyChecks(
    (proxy) => {
      made.push(proxy.egressId);
      return checkEgress(proxy, upstream.origin, 1_000, clock);
    },
    () => urls,
    () => [pool],
    clock,
  );
  const restsUntilMs = (id: string) => pool.egressRestsUntilMs(id);
  return { checks, pool, clock, made, task: new CheckProxies(checks, restsUntilMs, clock) };
}

it.each([
  ['an HTTP proxy', anHttpProxy, 'http'],
  ['a SOCKS proxy', aSocksProxy, 'socks5'],
] as const)(
  'finds %s available that leads to upstream, whatever upstream answers',
  async (_, aProxy, scheme) => {
    const proxy = await closing(aProxy('joe:secret'));
    const url = `${scheme}://joe:secret@127.0.0.1:${proxy.port}`;
    const { checks } = await someChecks([url]);
    const found = await checks.run(parseEgressProxy(url), false);
    expect(found).toMatchObject({ isAvailable: true, latencyMs: expect.any(Number) });
    expect(JSON.stringify(found)).not.toMatch(/joe|secret/);
  },
);

it('says why a proxy leads nowhere, without a word of its credentials', async () => {
  const proxy = await closing(anHttpProxy('joe:right'));
  const deaf = await closing(aTcpServer((socket) => socket.end()));
  const { checks } = await someChecks([]);
  for (const url of [
    `http://joe:wrong@127.0.0.1:${proxy.port}`,
    `socks5://joe:wrong@127.0.0.1:${deaf.port}`,
    `http://joe:wrong@127.0.0.1:${await aClosedPort()}`,
  ]) {
    const found = await checks.run(parseEgressProxy(url), false);
    expect(found).toMatchObject({
      isAvailable: false,
      error: expect.stringContaining('egress proxy failed'),
    });
    expect(JSON.stringify(found)).not.toMatch(/joe|wrong/);
  }
});

it('lets a dead proxy rest until a check finds it well, and never because its time is over', async () => {
  const proxy = await closing(anHttpProxy());
  const dead = `http://127.0.0.1:${await aClosedPort()}`;
  const urls = [dead];
  const { checks, pool, clock, task } = await someChecks(urls);
  expect(await task.run(SIGNAL)).toMatchObject({ values: { count: 1, available: 0 } });
  for (let turn = 0; turn < 5; turn++) {
    expect(pool.egressRestsUntilMs(dead)).toBe(clock.nowMs() + REST_MS);
    clock.advance(60_000);
    await task.run(SIGNAL);
  }
  const well = `http://127.0.0.1:${proxy.port}`;
  urls.push(well);
  pool.rest({
    subject: { kind: 'egress', id: well },
    scope: '*',
    sinceMs: clock.nowMs(),
    untilMs: clock.nowMs() + REST_MS,
    reason: 'network_failed',
    strikes: 1,
  });
  clock.advance(1);
  await task.run(SIGNAL);
  expect(pool.egressRestsUntilMs(well)).toBeUndefined();
  expect(checks.last(well)).toMatchObject({ isAvailable: true });
});

it('leaves a proxy alone that serves, for ten minutes', async () => {
  const proxy = await closing(anHttpProxy());
  const { made, clock, task } = await someChecks([`http://127.0.0.1:${proxy.port}`]);
  for (let minute = 0; minute <= 10; minute++) {
    await task.run(SIGNAL);
    clock.advance(60_000);
  }
  expect(made).toHaveLength(2);
});

it('takes what was found moments ago, unless it must not, and judges only proxies that are configured', async () => {
  const port = await aClosedPort();
  const { checks, made, clock, pool, task } = await someChecks([]);
  const proxy = parseEgressProxy(`http://127.0.0.1:${port}`);
  await checks.run(proxy, true);
  await checks.run(proxy, true);
  await checks.run(proxy, false);
  clock.advance(10_000);
  await checks.run(proxy, true);
  expect(made).toHaveLength(3);
  expect(pool.holds()).toEqual([]);
  expect(task.schedule()).toBeUndefined();
});
