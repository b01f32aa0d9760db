import type { Fault, RecordedRequest } from '@gemini-balance/gemini-simulator';
import { aRawClient } from '../../test/support/clients/raw-client';
import { anUpload } from '../../test/support/clients/uploads';
import { inParallel } from '../../test/support/in-parallel';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { until } from '../../test/support/until';
import { CLIENT_FORMS } from '../clients/ask';
import { aLeavingClient } from '../clients/leaving-client';

const CLIENTS = 60;
const AT_ONCE = 20;
const UPLOADS = 15;
const UPLOAD_BYTES = 5_000_000;
/** The promise is for a machine with nothing else to do, so that the middle one counts. */
const CLOSED_WITHIN_MS = 200;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeys(5);
});
afterAll(() => rig.close());
afterEach(async () => {
  rig.simulator.clearFaults();
  await until(async () => ((await rig.keys()).every(({ inFlight }) => inFlight === 0) ? true : undefined));
  expect((await rig.keys()).map(({ state, failures, holds }) => [state, failures, holds])).toEqual(
    Array(5).fill(['ready', 0, []]),
  );
});

function expectInTime(delaysMs: readonly number[]): void {
  const sorted = [...delaysMs].sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(CLOSED_WITHIN_MS);
}

it.each<[string, Fault, boolean]>([
  ['before the headers', { kind: 'latency', ms: 600_000 }, false],
  ['before the first byte', { kind: 'stall', afterBytes: 0 }, false],
  ['in the middle of a stream', { kind: 'stall', afterEvents: 2 }, true],
])(
  'clients of every dialect that leave %s close upstream within 200 ms, and no lease is left',
  async (_, fault, isAnswered) => {
    rig.simulator.on({ path: 'test-model' }).do(fault);
    const forms = CLIENT_FORMS.filter(({ isStream }) => isStream || !isAnswered);
    const delaysMs = await inParallel(CLIENTS, AT_ONCE, async (n) => {
      const model = rig.freshModel();
      const client = await aLeavingClient(rig.gateway.port, forms[n % forms.length]!, model);
      const call = await rig.simulator.waitForRequest((request) => request.model === model);
      if (isAnswered) await client.firstByte;
      const leftAt = client.leave();
      await call.closed;
      return performance.now() - leftAt;
    });
    expectInTime(delaysMs);
  },
);

it('clients that leave while they send their body cost no call', async () => {
  const models = await inParallel(CLIENTS, AT_ONCE, async (n) => {
    const model = rig.freshModel();
    const form = CLIENT_FORMS[n % CLIENT_FORMS.length]!;
    const client = await aLeavingClient(rig.gateway.port, form, model, 0.7);
    client.leave();
    return model;
  });
  await (await rig.generate(rig.freshModel())).text();
  expect(models.flatMap((model) => rig.callsFor(model))).toEqual([]);
});

it('clients that leave in the middle of an upload close upstream within 200 ms', async () => {
  const delaysMs: number[] = [];
  for (let n = 0; n < UPLOADS; n++) {
    const { url } = await anUpload(rig.gateway.url);
    const { pathname, search } = new URL(url);
    const { socket } = await aRawClient(
      rig.gateway.port,
      `POST ${pathname}${search}`,
      {
        'x-goog-upload-command': 'upload, finalize',
        'x-goog-upload-offset': '0',
        'content-length': String(UPLOAD_BYTES),
      },
      'x'.repeat(UPLOAD_BYTES / 10),
    );
    const call = await rig.simulator.nextRequest(isPart, { at: 'headers' });
    socket.resetAndDestroy();
    const leftAt = performance.now();
    await call.closed;
    delaysMs.push(performance.now() - leftAt);
  }
  expectInTime(delaysMs);
});

const isPart = ({ headers }: RecordedRequest): boolean =>
  headers['x-goog-upload-command']?.includes('finalize') === true;
