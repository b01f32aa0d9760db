import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { declaredRoutes } from '../../src/derived/declared-routes';
import type { ClientRoute } from '../../src/http/routing/client-route';
import { failedCalls, fuzzedCalls, pathsNotHit, statusesOf } from '../../test/support/fuzzing/fuzzed-calls';
import {
  type ClientCall,
  recordOpenaiCalls,
  recordSdkCalls,
} from '../../test/support/fuzzing/recorded-calls';
import { recordChatCalls, recordMessageCalls } from '../../test/support/fuzzing/recorded-chats';
import { CLIENT_TOKEN } from '../../test/support/processes/gateway-process';
import { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { chanceFor, SEED } from '../chance';

const CALLS = 10_000;
const CALLS_UNDER_FAULTS = 1_000;
const FAULTS = ['503-overloaded', '500-internal', '502-html', '429-per-minute-paid', '400-invalid-schema'];

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
  const { url } = rig.gateway;
  const recorders = [recordSdkCalls, recordOpenaiCalls, recordChatCalls, recordMessageCalls];
  recorded = (await Promise.all(recorders.map((record) => record(url, CLIENT_TOKEN)))).flat();
});
afterAll(() => rig.close());

it('ten thousand fuzzed requests of all SDKs meet no error of ours, no crash and no hang', async () => {
  const calls = fuzzedCalls(CALLS, recorded, routes, chanceFor('fuzz'));
  const statuses = await statusesOf(calls, rig.gateway.port);
  expect({ seed: SEED, failed: failedCalls(calls, statuses) }).toEqual({ seed: SEED, failed: [] });
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(CALLS / 5);
  expect(pathsNotHit(calls, routes)).toEqual([]);
});

it('they find the gateway as good as it was', async () => {
  expect((await rig.generate('gemini-3.8-flash')).status).toBe(200);
  expect(await rig.keys()).toEqual(
    // The five and the one of Vertex.
    Array(6).fill(expect.objectContaining({ state: 'ready', failures: 0, inFlight: 0 })),
  );
  expect(rig.gateway.output()).not.toMatch(/mistake|Unhandled|TypeError|\berror\b/i);
});

it('while upstream fails as well, none of them hangs, and none meets a mistake of ours', async () => {
  for (const fixture of FAULTS) rig.simulator.on({ chance: 0.05 }).fail(fixture);
  const calls = fuzzedCalls(CALLS_UNDER_FAULTS, recorded, routes, chanceFor('fuzz under faults'));
  const statuses = await statusesOf(calls, rig.gateway.port);
  expect(statuses.filter((status) => typeof status === 'string')).toEqual([]);
  expect(rig.gateway.output()).not.toMatch(/mistake|Unhandled|TypeError/i);
});
