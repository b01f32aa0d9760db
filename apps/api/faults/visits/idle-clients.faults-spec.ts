import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { aRawClient } from '../../test/support/clients/raw-client';
import { inParallel } from '../../test/support/in-parallel';
import { GatewayRig, HELLO } from '../../test/support/rigs/gateway-rig';
import { until } from '../../test/support/until';
import { ask, CLIENT_FORMS } from '../clients/ask';
import { complaintAbout } from '../oracle/complaint';

const MB = 1024 * 1024;
const SLOW_CLIENTS = 200;
const FROZEN_CLIENTS = 30;
const EVENTS = 40;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeys(5);
});
afterAll(() => rig.close());
afterEach(() => rig.simulator.clearFaults());

function residentBytes(): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${rig.gateway.pid}/status`, 'utf8'))!;
  return Number(kilobytes) * 1024;
}

/** Every other client is served meanwhile. */
async function expectService(): Promise<void> {
  const answers = await inParallel(90, 9, (n) =>
    ask(rig.gateway.url, CLIENT_FORMS[n % CLIENT_FORMS.length]!, rig.freshModel()),
  );
  const complaints = answers.map((answer) => complaintAbout(answer, [{ outcome: 'ok', ending: 'whole' }]));
  expect(complaints.filter((complaint) => complaint !== undefined)).toEqual([]);
}

it('a slow-loris that never ends its headers is hung up on, and others are served meanwhile', async () => {
  const sockets: Socket[] = await inParallel(SLOW_CLIENTS, 50, async () => {
    const socket = connect(rig.gateway.port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    socket.write('POST /v1/chat/completions HTTP/1.1\r\nhost: gateway\r\n');
    return socket.resume();
  });
  const dripping = setInterval(
    () => sockets.forEach((socket) => socket.writable && socket.write('x-slow: 1\r\n')),
    2_000,
  );
  const hungUp = Promise.all(sockets.map((socket) => once(socket, 'close')));
  await expectService();
  await hungUp;
  clearInterval(dripping);
});

it('clients that close their half leave nothing behind', async () => {
  const body = JSON.stringify(HELLO);
  rig.simulator.on({ path: 'test-model' }).do({ kind: 'latency', ms: 600_000 });
  await inParallel(FROZEN_CLIENTS, FROZEN_CLIENTS, async () => {
    const model = rig.freshModel();
    const { socket, received } = await aRawClient(
      rig.gateway.port,
      `POST /v1beta/models/${model}:generateContent`,
      { 'content-length': String(body.length) },
      body,
    );
    const call = await rig.simulator.waitForRequest((request) => request.model === model);
    socket.end();
    await call.closed;
    expect(await received()).toBe('');
  });
  expect((await rig.keys()).map(({ inFlight }) => inFlight)).toEqual(Array(5).fill(0));
});

it('clients that stop reading cost no memory, and are forgotten when they go', async () => {
  rig.simulator
    .on({ path: 'streamGenerateContent' })
    .do({ kind: 'giant-line', bytes: MB }, { kind: 'pace', events: EVENTS, eventDelayMs: 0 });
  const body = JSON.stringify(HELLO);
  const residentBefore = residentBytes();
  const clients = await inParallel(FROZEN_CLIENTS, FROZEN_CLIENTS, async () => {
    const { socket } = await aRawClient(
      rig.gateway.port,
      `POST /v1beta/models/${rig.freshModel()}:streamGenerateContent?alt=sse`,
      { 'content-length': String(body.length) },
      body,
    );
    return socket.pause();
  });
  rig.simulator.clearFaults();
  await expectService();
  expect(residentBytes() - residentBefore).toBeLessThan(FROZEN_CLIENTS * 4 * MB);
  for (const socket of clients) socket.resetAndDestroy();
  await until(async () => ((await rig.keys()).every(({ inFlight }) => inFlight === 0) ? true : undefined));
});
