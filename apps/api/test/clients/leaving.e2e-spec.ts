import type { Fault } from '@gemini-balance/gemini-simulator';
import { aRawClient } from '../support/clients/raw-client';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const BODY = JSON.stringify(HELLO);

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeys(2);
});
afterAll(() => rig.close());
afterEach(() => rig.simulator.clearFaults());

async function expectNothingLeft(): Promise<void> {
  const keys = await rig.keys();
  expect(keys.map(({ inFlight, state, failures }) => [inFlight, state, failures])).toEqual([
    [0, 'ready', 0],
    [0, 'ready', 0],
  ]);
}

it.each<[string, Fault]>([
  ['before upstream has sent headers', { kind: 'latency', ms: 600_000 }],
  ['before the first byte', { kind: 'stall', afterBytes: 0 }],
  ['before the first whole event', { kind: 'stall', afterBytes: 20 }],
])('a client that leaves %s closes the upstream connection', async (_, fault) => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).do(fault);
  const client = new AbortController();
  const answer = rig.stream(model, 'sse', { signal: client.signal }).catch((error: Error) => error.name);
  const call = await rig.simulator.waitForRequest((request) => request.model === model);
  client.abort();
  await call.closed;
  expect(await answer).toBe('AbortError');
  expect(rig.callsFor(model)).toHaveLength(1);
  await expectNothingLeft();
});

it('a client that leaves in the middle of a stream closes the upstream connection', async () => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).do({ kind: 'stall', afterEvents: 2 });
  const client = new AbortController();
  const response = await rig.stream(model, 'sse', { signal: client.signal });
  const { value } = await response.body!.getReader().read();
  expect(Buffer.from(value as Uint8Array).toString()).toContain('data: {');
  client.abort();
  const [call] = rig.callsFor(model);
  await call!.closed;
  await expectNothingLeft();
});

it('a client that leaves while another key is looked for ends the search', async () => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).once().fail('429-per-minute');
  rig.simulator.on({ model, nth: 2 }).do({ kind: 'latency', ms: 600_000 });
  const client = new AbortController();
  const answer = rig.generate(model, { signal: client.signal }).catch((error: Error) => error.name);
  const second = await rig.simulator.waitForRequest(
    (request) => request.model === model && request.faults.includes('latency'),
  );
  client.abort();
  await second.closed;
  expect([await answer, rig.callsFor(model).length]).toEqual(['AbortError', 2]);
  await expectNothingLeft();
});

it('a client that leaves while it sends its body costs no call', async () => {
  const model = rig.freshModel();
  const { socket, received } = await aRawClient(
    rig.gateway.port,
    `POST /v1beta/models/${model}:generateContent`,
    { 'content-length': String(BODY.length) },
    BODY.slice(0, -5),
  );
  socket.destroy();
  await received();
  expect((await rig.generate(rig.freshModel())).status).toBe(200);
  expect(rig.callsFor(model)).toEqual([]);
  await expectNothingLeft();
});

it('a client that closes its half of the connection has left: nothing tells it from one that is gone', async () => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).do({ kind: 'latency', ms: 600_000 });
  const { socket, received } = await aRawClient(
    rig.gateway.port,
    `POST /v1beta/models/${model}:generateContent`,
    { 'content-length': String(BODY.length) },
    BODY,
  );
  const call = await rig.simulator.waitForRequest((request) => request.model === model);
  socket.end();
  await call.closed;
  expect(await received()).toBe('');
  await expectNothingLeft();
});
