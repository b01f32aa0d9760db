import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { declaredRoutes } from '../../../src/derived/declared-routes';
import type { ClientRoute } from '../../../src/http/routing/client-route';
import { CLIENT_TOKEN } from '../processes/gateway-process';
import { GatewayRig } from '../rigs/gateway-rig';
import type { ClientCall } from './recorded-calls';

/** A gateway that odd calls are sent to, and what they are made of. */
export interface FuzzedGateway {
  readonly rig: GatewayRig;
  readonly routes: readonly ClientRoute[];
  readonly recorded: readonly ClientCall[];
}

type Recorder = (baseUrl: string, apiKey: string) => Promise<ClientCall[]>;

const KEYS = 5;

/** @param recorders send it what SDKs send */
export async function startFuzzedGateway(recorders: readonly Recorder[]): Promise<FuzzedGateway> {
  const rig = await GatewayRig.start({
    simulator: { models: [] },
    env: { VERTEX_API_KEYS: simulatedKey('vertex') },
  });
  await rig.addKeys(KEYS);
  const { client: routes } = await declaredRoutes();
  const recorded = await Promise.all(recorders.map((record) => record(rig.gateway.url, CLIENT_TOKEN)));
  return { rig, routes, recorded: recorded.flat() };
}

/** Expects that the gateway answers, that nothing rests or is in flight, and that it has complained of nothing. */
export async function expectUnharmed(rig: GatewayRig): Promise<void> {
  expect(await rig.statusOf('gemini-3.8-flash')).toBe(200);
  expect(await rig.keys()).toEqual(
    // The one of Vertex stands beside them.
    Array(KEYS + 1).fill(expect.objectContaining({ state: 'ready', failures: 0, inFlight: 0 })),
  );
  expect(rig.gateway.output()).not.toMatch(/mistake|Unhandled|TypeError|\berror\b/i);
}
