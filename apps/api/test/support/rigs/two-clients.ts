import { CLIENT_TOKEN, type GatewayEnv } from '../processes/gateway-process';
import { GatewayRig } from './gateway-rig';

/** Of the client who may not have what belongs to CLIENT_TOKEN. */
export const OTHER_TOKEN = 'sk-test-other-token-0123456789';

/** A gateway with four keys for two clients, in front of a simulator that knows the models of Gemini. */
export async function startForTwoClients(env: GatewayEnv = {}): Promise<GatewayRig> {
  const rig = await GatewayRig.start({
    env: { ALLOWED_TOKENS: `${CLIENT_TOKEN},${OTHER_TOKEN}`, ...env },
    simulator: { models: undefined },
  });
  await rig.addKeys(4);
  return rig;
}
