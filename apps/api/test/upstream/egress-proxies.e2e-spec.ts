import { aSocksProxy, anHttpProxy, type LocalProxy } from '../../src/core/testing/local-proxies';
import { aTcpServer, type LocalServer } from '../../src/core/testing/local-server';
import { aWatchedProxy, type WatchedProxy } from '../support/processes/watched-proxy';
import { GatewayRig } from '../support/rigs/gateway-rig';

const KEYS = 16;
const LOGIN = 'user:pass word';
const LOGIN_IN_URL = 'user:pass%20word';

let proxies: LocalProxy[];
let watched: WatchedProxy[];
let dead: LocalServer;
let rig: GatewayRig;

beforeAll(async () => {
  proxies = [await anHttpProxy(LOGIN), await aSocksProxy(LOGIN)];
  watched = await Promise.all(proxies.map(({ port }) => aWatchedProxy(port)));
  dead = await aTcpServer((socket) => socket.destroy());
  const urls = [
    `http://${LOGIN_IN_URL}@127.0.0.1:${watched[0]!.port}`,
    `socks5://${LOGIN_IN_URL}@127.0.0.1:${watched[1]!.port}`,
    `http://127.0.0.1:${dead.port}`,
  ];
  rig = await GatewayRig.start({ env: { PROXIES: JSON.stringify(urls) } });
  await rig.addKeys(KEYS);
});
afterAll(async () => {
  await rig.close();
  for (const server of [...watched, ...proxies, dead]) await server.close();
});

async function askWithEachKey(): Promise<void> {
  const model = rig.freshModel();
  for (let n = 0; n < KEYS; n++) expect((await rig.generate(model)).status).toBe(200);
}

const keysByProxy = (): Set<string>[] => watched.map((proxy) => new Set(proxy.keysSeen()));

it('spares clients a dead proxy, asks it once, and charges no key for it', async () => {
  await askWithEachKey();
  await askWithEachKey();
  expect(dead.sockets).toHaveLength(1);
  expect(await rig.keys()).toEqual(
    Array(KEYS).fill(expect.objectContaining({ state: 'ready', failures: 0, holds: [] })),
  );
});

it('sends each key through one proxy, always the same, and uses both', async () => {
  const [http, socks] = keysByProxy();
  expect(Math.min(http!.size, socks!.size)).toBeGreaterThan(0);
  expect([...http!].filter((key) => socks!.has(key))).toEqual([]);
  expect(new Set([...http!, ...socks!]).size).toBe(KEYS);
});

it('remembers a dead proxy, and which key goes where, after a restart', async () => {
  const before = keysByProxy();
  rig.gateway = await rig.gateway.restart();
  await askWithEachKey();
  expect(dead.sockets).toHaveLength(1);
  expect(keysByProxy()).toEqual(before);
});

it('calls upstream through tunnels alone', () => {
  const upstream = new URL(rig.simulator.url).host;
  for (const { tunnels } of proxies) expect(new Set(tunnels)).toEqual(new Set([upstream]));
  expect(rig.simulator.requests.length).toBe(watched.flatMap((proxy) => proxy.keysSeen()).length);
});

it('shows neither proxy passwords nor keys in its log', () => {
  expect(rig.gateway.output()).not.toMatch(/pass word|pass%20word|AQ\.test/);
});
