import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const METRICS_TOKEN = 'metrics-token-0123456789-0123456789';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { METRICS_TOKEN } });
  await rig.addKeys(2);
});
afterAll(() => rig?.close());

const scrape = (token?: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${rig.gateway.url}/metrics`, {
    ...init,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

/** The value of a series; undefined where there is none. */
async function valueOf(series: string): Promise<number | undefined> {
  const text = await (await scrape(METRICS_TOKEN)).text();
  const line = text.split('\n').find((one) => one.startsWith(`gemini_balance_${series} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

it.each([
  ['the metrics token', 200, METRICS_TOKEN],
  ['the admin token', 200, ADMIN_TOKEN],
  ['a client token', 401, CLIENT_TOKEN],
  ['no token', 401, undefined],
])('for %s answers %s', async (_, status, token) => {
  expect((await scrape(token)).status).toBe(status);
});

it('opens nothing else with the metrics token', async () => {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  for (const path of ['/api/overview', '/v1/models'])
    expect((await fetch(rig.gateway.url + path, { headers })).status).toBe(401);
});

it('tells in the form of Prometheus, never to be stored', async () => {
  const response = await scrape(METRICS_TOKEN);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const odd = lines.filter((line) => !/^[a-z_][a-z0-9_]*(\{.*\})? [-+0-9.einfNa]+$/.test(line));
  expect([lines.length > 50, odd]).toEqual([true, []]);
});

it.each([
  'keys{kind="gemini",state="ready"}',
  'attempts_in_flight{kind="gemini"}',
  'log_rows_waiting',
  'log_rows_dropped_total',
  'request_bodies_bytes',
  'info{version="0.1.0"}',
])('tells %s', async (series) => {
  expect(await valueOf(series)).toEqual(expect.any(Number));
});

it.each(['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes', 'process_cpu_seconds_total'])(
  'tells %s of the process',
  async (name) =>
    expect(await (await scrape(METRICS_TOKEN)).text()).toMatch(new RegExp(`^${name} [\\d.e-]+$`, 'm')),
);

it('counts requests, attempts, tokens and time, and names neither model nor key', async () => {
  const model = rig.freshModel();
  const [key] = await rig.addKeys(1);
  expect((await rig.generate(model)).status).toBe(200);
  rig.simulator.on({ model }).once().fail('429-per-minute');
  await (await rig.stream(model)).text();
  const route = 'route="/v1beta/models/*",protocol="gemini",status="2xx",result="success"';
  await until(async () => ((await valueOf(`requests_total{${route}}`)) === 2 ? true : undefined));
  expect(await valueOf('attempts_total{outcome="ok"}')).toBe(2);
  expect(await valueOf('attempts_total{outcome="rate_limited"}')).toBe(1);
  expect(await valueOf('request_duration_seconds_count{protocol="gemini"}')).toBe(2);
  expect(await valueOf('first_token_seconds_count{protocol="gemini"}')).toBe(2);
  expect(await valueOf('tokens_total{kind="output"}')).toBeGreaterThan(0);
  const text = await (await scrape(METRICS_TOKEN)).text();
  expect([model, key!, CLIENT_TOKEN, METRICS_TOKEN].filter((name) => text.includes(name))).toEqual([]);
});

it('counts no scrape as a call', async () => {
  await scrape(METRICS_TOKEN);
  expect(await (await scrape(METRICS_TOKEN)).text()).not.toContain('route="/metrics"');
});

it('makes guessing its token slow', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++) statuses.push((await scrape(`a-guess-${n}`)).status);
  expect(statuses).toContain(429);
  expect((await scrape(METRICS_TOKEN)).status).toBe(200);
});
