import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { declaredRoutes } from '../../src/derived/declared-routes';
import type { ClientRoute } from '../../src/http/routing/client-route';
import { failedCalls, fuzzedCalls, pathsNotHit, statusesOf } from '../support/fuzzing/fuzzed-calls';
import { type ClientCall, recordOpenaiCalls, recordSdkCalls } from '../support/fuzzing/recorded-calls';
import { seededRandom } from '../support/fuzzing/seeded-random';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

/** One seed and a part of the calls: `npm run test:faults` makes ten thousand, by any seed. */
const SEED = 20_261_120;
const CALLS = 3_000;

let rig: GatewayRig;
let routes: readonly ClientRoute[];
let recorded: ClientCall[];

beforeAll(async () => {
  rig = await GatewayRig.start({
    simulator: { models: [] },
    env: { VERTEX_API_KEYS: simulatedKey('vertex') },
  });
  await rig.addKeys(5);
  ({ client: routes } = await declaredRoutes());
  recorded = [
    ...(await recordSdkCalls(rig.gateway.url, CLIENT_TOKEN)),
    ...(await recordOpenaiCalls(rig.gateway.url, CLIENT_TOKEN)),
  ];
});
afterAll(() => rig.close());

it('answers thousands of odd requests, and fails at none of them', async () => {
  const calls = fuzzedCalls(CALLS, recorded, routes, seededRandom(SEED));
  const statuses = await statusesOf(calls, rig.gateway.port);

  expect({ seed: SEED, failed: failedCalls(calls, statuses) }).toEqual({ seed: SEED, failed: [] });
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(CALLS / 5);
  expect(statuses.filter((status) => (status as number) >= 400).length).toBeGreaterThan(CALLS / 5);

  expect(pathsNotHit(calls, routes)).toEqual([]);
}, 180_000);

it('is as good as before', async () => {
  expect((await rig.generate('gemini-3.8-flash')).status).toBe(200);
  expect(await rig.keys()).toEqual(
    // The five and the one of Vertex.
    Array(6).fill(expect.objectContaining({ state: 'ready', failures: 0, inFlight: 0 })),
  );
  expect(rig.gateway.output()).not.toMatch(/mistake|Unhandled|TypeError|\berror\b/i);
});
