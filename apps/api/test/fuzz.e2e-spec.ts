import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { Agent, request } from 'node:http';
import { declaredRoutes } from '../src/derived/declared-routes';
import type { ClientRoute } from '../src/http/client-route';
import { RouteTable } from '../src/http/route-table';
import { CLIENT_TOKEN } from './support/gateway-process';
import { GatewayRig } from './support/gateway-rig';
import { inParallel } from './support/in-parallel';
import { mutated } from './support/mutated-call';
import { type ClientCall, recordOpenaiCalls, recordSdkCalls } from './support/recorded-calls';
import { pick, seededRandom } from './support/seeded-random';

const SEED = 20_261_120;
const CALLS = 10_000;
const AT_ONCE = 32;
const HANG_MS = 10_000;

const TAILS = [
  'gemini-3.8-flash:generateContent',
  'gemini-3.8-flash',
  'x',
  '%00',
  'a/b/c',
  ':',
  'models/x:countTokens',
];

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

/** Three quarters are recordings, two thirds of them mutated; the rest goes round the routes. */
function aCall(n: number, random: () => number): ClientCall {
  if (n % 4 !== 0) {
    const call = pick(recorded, random);
    return n % 4 === 1 ? call : mutated(call, random);
  }
  const { method, path } = routes[(n / 4) % routes.length]!;
  const { body, headers } = pick(recorded, random);
  return {
    method: method === '*' ? pick(['GET', 'POST', 'PUT', 'DELETE'], random) : method,
    path: path.replace(/\*$/, () => pick(TAILS, random)),
    headers: random() < 0.8 ? headers : {},
    body: method === 'GET' ? undefined : body,
  };
}

/** The status, or what went wrong. */
function statusOf({ method, path, headers, body }: ClientCall, agent: Agent): Promise<number | string> {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  return new Promise((resolve) => {
    const sent = request(
      {
        ...{ agent, method, host: '127.0.0.1', port: rig.gateway.port, timeout: HANG_MS },
        // Node refuses to send what is not ASCII.
        path: path.replace(/[^\x21-\x7e]/g, encodeURIComponent),
        headers: latin1({ ...headers, ...(bytes && { 'content-length': String(bytes.length) }) }),
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode!));
        response.on('error', (error) => resolve(`broke off: ${error.message}`));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('hangs')));
    sent.on('error', (error) => resolve(error.message));
    sent.end(bytes);
  });
}

function latin1(headers: Record<string, string>): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => !['host', 'connection'].includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, value.replace(/[^\x20-\xff]/g, '?')]));
}

it('answers ten thousand odd requests, and fails at none of them', async () => {
  const random = seededRandom(SEED);
  const calls = Array.from({ length: CALLS }, (_, n) => aCall(n, random));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses = await inParallel(CALLS, AT_ONCE, (n) => statusOf(calls[n]!, agent));
  agent.destroy();

  const failed = calls.flatMap((call, n) => {
    const status = statuses[n]!;
    return typeof status === 'string' || status >= 500 ? [{ seed: SEED, n, status, call }] : [];
  });
  expect(failed).toEqual([]);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(CALLS / 5);
  expect(statuses.filter((status) => (status as number) >= 400).length).toBeGreaterThan(CALLS / 5);

  const table = new RouteTable(routes);
  const hit = new Set(
    calls.map(
      ({ method, path }) => table.match(method, path.split('?', 1)[0]!.replace(/^\/+/, '/'))?.route.path,
    ),
  );
  expect(routes.map(({ path }) => path).filter((path) => !hit.has(path))).toEqual([]);
}, 120_000);

it('is as good as before', async () => {
  expect((await rig.generate('gemini-3.8-flash')).status).toBe(200);
  expect(await rig.keys()).toEqual(
    // The five and the one of Vertex.
    Array(6).fill(expect.objectContaining({ state: 'ready', failures: 0, inFlight: 0 })),
  );
  expect(rig.gateway.output()).not.toMatch(/mistake|Unhandled|TypeError|\berror\b/i);
});
