import type { ErrorLogPageDto } from '@gemini-balance/shared';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';
import { storedRows } from '../support/stored-rows';

/** Stands where a secret could stand, and has to be found there: else the search finds nothing. */
const CONTROL = 'control-that-must-be-found';
const FIXTURE_KEY = 'AIzaSyD-this-is-a-made-up-key-00000000000';
/** A variable that is complained of at the start, with a secret in it. */
const MISTYPED = 'API_KEYZ';
const TYPED_WRONG = 'AIzaSyTyped-into-the-wrong-variable-000';
const WRONG_TOKEN = 'sk-wrong-token-9876543210-9876543210';
const HOST_TOKEN = 'planted-token-of-an-upload-host-0123';
/** What administrators are shown. */
const ADMIN_PAGES = [
  'keys',
  'settings',
  'tokens',
  'logs/errors',
  'logs/requests',
  'logs/files/app',
  'logs/files/transactions',
  'logs/files/debug',
  'status/logs',
  'audit',
  'auth/sessions',
  'overview',
  'stats/usage?by=key',
  'stats/attention',
];
const HEALTHS = [
  'suspended',
  'invalid',
  'leaked',
  'service_disabled',
  'wrong_type',
  'rpm_limited',
  'no_credits',
] as const;
const FIXTURES = ['403-consumer-suspended', '400-api-key-invalid', '400-invalid-schema', '500-internal'];

let rig: GatewayRig;
let secrets: string[];
let metrics: string;
const replies: string[] = [];

beforeAll(async () => {
  rig = await GatewayRig.start({
    env: {
      LOG_LEVEL: 'DEBUG',
      MAX_RETRIES: '0',
      ERROR_LOG_RECORD_REQUEST_BODY: 'true',
      SMMS_SECRET_TOKEN: HOST_TOKEN,
      [MISTYPED]: TYPED_WRONG,
    },
    simulator: { models: [CONTROL, 'other'] },
  });
  const keys = await rig.addKeysOf([...HEALTHS.map((health) => ({ health })), {}]);
  secrets = [HOST_TOKEN, ...keys, CLIENT_TOKEN, ADMIN_TOKEN, FIXTURE_KEY, TYPED_WRONG, WRONG_TOKEN];
  await askInEveryWay();
  await rig.gateway.stop();
});
afterAll(() => rig.close());

async function keep(response: Response): Promise<void> {
  replies.push(`${JSON.stringify([...response.headers])} ${await response.text()}`);
}

async function askInEveryWay(): Promise<void> {
  const path = `/v1beta/models/${CONTROL}`;
  const body = JSON.stringify(HELLO);
  for (let n = 0; n < 2 * HEALTHS.length; n++)
    await keep(await rig.generate(n % 2 === 0 ? CONTROL : 'other'));
  for (const fixture of FIXTURES) {
    rig.simulator.on({}).once().fail(fixture);
    await keep(await rig.generate(CONTROL));
    rig.simulator.on({}).once().do({ kind: 'mid-stream-error', fixture, afterEvents: 1 });
    await keep(await rig.stream(CONTROL));
  }
  const post = (to: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${rig.gateway.url}${to}`, { method: 'POST', body, headers });
  await keep(await post(`${path}:generateContent?key=${CLIENT_TOKEN}`, {}));
  await keep(await post(`${path}:generateContent?key=${WRONG_TOKEN}`, {}));
  await keep(await post(`${path}:generateContent`, { authorization: `Bearer ${WRONG_TOKEN}` }));
  await keep(await post(`/v1beta/nothing/${CONTROL}?key=${CLIENT_TOKEN}`, {}));
  await keep(await post('/v1/nothing', { authorization: `Bearer ${ADMIN_TOKEN}` }));
  await keep(await post('/api/auth/login', { 'content-type': 'application/json' }));
  await keep(
    await fetch(`${rig.gateway.url}/api/keys`, { headers: { authorization: `Bearer ${WRONG_TOKEN}` } }),
  );
  // A client that sends a key where it does not belong.
  const misplaced = { contents: [{ role: 'user', parts: [{ text: `${CONTROL} ${FIXTURE_KEY}` }] }] };
  await keep(await rig.post(`${path}:generateContent`, misplaced));
  await rig.admin('PATCH', '/api/settings', { set: { PICGO_API_KEY: WRONG_TOKEN, TEST_MODEL: CONTROL } });
  for (const page of ADMIN_PAGES)
    await keep(
      await fetch(`${rig.gateway.url}/api/${page}`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } }),
    );
  metrics = await (
    await fetch(`${rig.gateway.url}/metrics`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })
  ).text();
  const { items } = await rig.admin<ErrorLogPageDto>('GET', '/api/logs/errors');
  for (const { id } of items)
    await keep(new Response(JSON.stringify(await rig.admin('GET', `/api/logs/errors/${id}`))));
}

/** The secrets that are in the text, as they are or in another spelling. Throws where the control is not. */
function found(text: string, control = CONTROL): string[] {
  expect(text).toContain(control);
  const spellings = (secret: string): string[] => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ];
  return secrets.filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)));
}

it('are not in what it prints, at any level', () => {
  expect(found(rig.gateway.output(), MISTYPED)).toEqual([]);
});

it('are not in what it answers', () => {
  expect(replies.filter((reply) => /"error"/.test(reply)).length).toBeGreaterThan(10);
  expect(found(replies.join('\n'))).toEqual([]);
});

it('are not in its metrics, which name no models either', () => {
  expect(found(metrics, 'gemini_balance_attempts_total{outcome="invalid_key"}')).toEqual([]);
  expect(metrics).not.toContain(CONTROL);
});

it('are not in the rows of its logs', async () => {
  const { dataDir } = rig.gateway;
  const requests = await storedRows(dataDir, 'SELECT * FROM request_logs');
  const attempts = await storedRows(dataDir, 'SELECT * FROM attempt_logs');
  expect(Math.min(requests.length, attempts.length)).toBeGreaterThan(HEALTHS.length);
  expect(found(JSON.stringify(requests))).toEqual([]);
  expect(found(JSON.stringify(attempts))).toEqual([]);
  for (const table of ['error_bodies', 'audit_logs'])
    expect(found(JSON.stringify(await storedRows(dataDir, `SELECT * FROM ${table}`)))).toEqual([]);
});

it('are not in its files, in clear', () => {
  const { dataDir } = rig.gateway;
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  expect(found(bytes.join('\n'))).toEqual([]);
});
