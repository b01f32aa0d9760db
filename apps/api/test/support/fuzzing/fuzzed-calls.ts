import { Agent, request } from 'node:http';
import type { ClientRoute } from '../../../src/http/routing/client-route';
import { RouteTable } from '../../../src/http/routing/route-table';
import { inParallel } from '../in-parallel';
import { mutated } from './mutated-call';
import type { ClientCall } from './recorded-calls';
import { pick } from './seeded-random';

const AT_ONCE = 32;
/** Long enough for a busy machine: what hangs, hangs for good. */
const HANG_MS = 60_000;

const TAILS = [
  'gemini-3.8-flash:generateContent',
  'gemini-3.8-flash',
  'x',
  '%00',
  'a/b/c',
  ':',
  'models/x:countTokens',
];

/** Three quarters are recordings, two thirds of them mutated; the rest goes round the routes. */
export function fuzzedCalls(
  count: number,
  recorded: readonly ClientCall[],
  routes: readonly ClientRoute[],
  random: () => number,
): ClientCall[] {
  return Array.from({ length: count }, (_, n) => {
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
  });
}

/** Sends all calls, many at once: the status of each, or what went wrong. */
export async function statusesOf(
  calls: readonly ClientCall[],
  port: number,
): Promise<readonly (number | string)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses = await inParallel(calls.length, AT_ONCE, (n) => statusOf(calls[n]!, port, agent));
  agent.destroy();
  return statuses;
}

/** The calls that met an error of ours, a crash or a hang, by their place among all. */
export function failedCalls(
  calls: readonly ClientCall[],
  statuses: readonly (number | string)[],
): readonly { n: number; status: number | string; call: ClientCall }[] {
  return calls.flatMap((call, n) => {
    const status = statuses[n]!;
    return typeof status === 'string' || status >= 500 ? [{ n, status, call }] : [];
  });
}

/** The paths of routes that none of the calls has reached. */
export function pathsNotHit(calls: readonly ClientCall[], routes: readonly ClientRoute[]): string[] {
  const table = new RouteTable(routes);
  const hit = new Set(
    calls.map(({ method, path }) => {
      const whole = path.split('?', 1)[0]!.replace(/^\/+/, '/');
      return table.match(method, whole)?.route.path;
    }),
  );
  return routes.map(({ path }) => path).filter((path) => !hit.has(path));
}

function statusOf(
  { method, path, headers, body }: ClientCall,
  port: number,
  agent: Agent,
): Promise<number | string> {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  return new Promise((resolve) => {
    const sent = request(
      {
        ...{ agent, method, host: '127.0.0.1', port, timeout: HANG_MS },
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
