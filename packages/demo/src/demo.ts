// `npm run demo`: the gateway in front of the simulator, with keys of every health. PORT moves it from 8000.
import { DEMO_KEYS, startSimulator } from '@gemini-balance/gemini-simulator';
import { GatewayProcess } from './tour/gateway-process.js';
import { readKeyTotals } from './tour/key-states.js';
import { report } from './tour/report.js';
import { tour } from './tour/tour.js';

const clientToken = 'sk-demo-client-token';
const adminToken = 'sk-demo-admin-token';
const seed = 7;

async function main(): Promise<number> {
  const simulator = await startSimulator({ seed, keys: DEMO_KEYS });
  const gateway = new GatewayProcess({
    port: Number(process.env.PORT ?? 8000),
    upstreamUrl: simulator.url,
    keys: DEMO_KEYS.map(({ key }) => key),
    clientToken,
    adminToken,
  });
  process.once('SIGTERM', () => void gateway.stop());
  // A terminal interrupts the gateway by itself, and it takes a second signal for impatience.
  process.once('SIGINT', () => process.stdin.isTTY || void gateway.stop());
  try {
    await gateway.ready();
    const result = await tour(gateway.url, clientToken);
    const refusedUpstream = simulator.requests.filter(({ status = 0 }) => status >= 400).length;
    const keys = await readKeyTotals(gateway.url, adminToken);
    console.log(
      report({ gatewayUrl: gateway.url, clientToken, adminToken, tour: result, refusedUpstream, keys }),
    );
    return await gateway.ended();
  } finally {
    await gateway.stop();
    await simulator.close();
  }
}

void main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
