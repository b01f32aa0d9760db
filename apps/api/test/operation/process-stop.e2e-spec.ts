import { inParallel } from '../support/in-parallel';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { storedRows } from '../support/stored-rows';

const STREAMS = 10;
const EVENTS = 20;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { DRAIN_SECONDS: '10' } });
});
afterAll(() => rig.close());
afterEach(async () => {
  rig.gateway = await rig.gateway.restart();
  await rig.reset();
});

interface OpenStream {
  readonly first: string;
  rest(): Promise<string>;
}

/** A stream of which something has arrived. */
async function anOpenStream(model: string, from = rig): Promise<OpenStream> {
  const reader = (await from.stream(model)).body!.getReader();
  const decoder = new TextDecoder();
  const { value } = await reader.read();
  return {
    first: decoder.decode(value as Uint8Array, { stream: true }),
    rest: async () => {
      let text = '';
      for (let part = await reader.read(); !part.done; part = await reader.read())
        text += decoder.decode(part.value as Uint8Array, { stream: true });
      return text;
    },
  };
}

const requestsOf = (model: string): Promise<unknown[]> =>
  storedRows(rig.gateway.dataDir, 'SELECT status, errorCode FROM request_logs WHERE model = ?', [model]);

it('asked to stop, lets every stream finish, takes no new calls, and writes its logs', async () => {
  await rig.addKeys(2);
  const model = rig.freshModel();
  rig.simulator.on({ model }).do({ kind: 'pace', events: EVENTS, eventDelayMs: 40 });
  const streams = await inParallel(STREAMS, STREAMS, () => anOpenStream(model));
  const stopped = rig.gateway.stop('SIGTERM');
  const texts = await inParallel(
    STREAMS,
    STREAMS,
    async (n) => streams[n]!.first + (await streams[n]!.rest()),
  );
  expect(await stopped).toBe(0);

  for (const text of texts) {
    expect(text.match(/^data: /gm)).toHaveLength(EVENTS + 1);
    expect(text).toContain('"finishReason":"STOP"');
  }
  await expect(rig.generate(model)).rejects.toThrow();
  expect(await requestsOf(model)).toEqual(Array(STREAMS).fill({ status: 200, errorCode: null }));
});

it('asked to stop while nothing is open, stops though clients keep their connections', async () => {
  await rig.addKeys(1);
  const model = rig.freshModel();
  expect((await rig.generate(model)).status).toBe(200);
  expect(await rig.gateway.stop('SIGTERM')).toBe(0);
  expect(await requestsOf(model)).toEqual([{ status: 200, errorCode: null }]);
});

it('tells the clients of streams that do not finish in time that they are broken off', async () => {
  const hasty = await GatewayRig.start({ env: { DRAIN_SECONDS: '1' } });
  try {
    await hasty.addKeys(1);
    const model = hasty.freshModel();
    hasty.simulator.on({ model }).do({ kind: 'stall', afterEvents: 1 });
    const stream = await anOpenStream(model, hasty);
    const stopped = hasty.gateway.stop('SIGTERM');
    expect(await stream.rest()).toMatch(/^data: \{"error":.*The gateway is stopping/m);
    expect(await stopped).toBe(0);
  } finally {
    await hasty.close();
  }
});

it('asked twice, does not wait for the streams', async () => {
  await rig.addKeys(1);
  const model = rig.freshModel();
  rig.simulator.on({ model }).do({ kind: 'stall', afterEvents: 1 });
  const stream = await anOpenStream(model);
  const stopped = rig.gateway.stop('SIGTERM');
  process.kill(rig.gateway.pid, 'SIGTERM');
  process.kill(rig.gateway.pid, 'SIGINT');
  await expect(stream.rest()).rejects.toThrow();
  expect(await stopped).toBe(1);
});

it('killed under load, loses no key and leaves a sound database', async () => {
  const KEYS = 30;
  await rig.addKeys(KEYS);
  const model = rig.freshModel();
  const load = inParallel(400, 20, () =>
    rig.generate(model).then(
      ({ status }) => status,
      () => 'cut off',
    ),
  );
  const hundredth = rig.simulator.waitForRequest((request) => request.model === model && request.n >= 100);
  await hundredth;
  await rig.gateway.stop('SIGKILL');
  expect(await load).toContain('cut off');

  expect(await storedRows(rig.gateway.dataDir, 'PRAGMA integrity_check')).toEqual([
    { integrity_check: 'ok' },
  ]);
  rig.gateway = await rig.gateway.restart();
  expect(await rig.keys()).toEqual(
    Array(KEYS).fill(expect.objectContaining({ state: 'ready', inFlight: 0 })),
  );
  expect((await rig.generate(model)).status).toBe(200);
});
