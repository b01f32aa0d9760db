import { aRawClient } from '../support/clients/raw-client';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { CUSTOM_HEADERS: '{"x-of-operator":"kept"}' } });
  await rig.addKeys(1);
});
afterAll(() => rig?.close());

const SMUGGLED = {
  authorization: 'Bearer ya29.of-another-project',
  'x-goog-user-project': 'projects/of-somebody',
  'x-goog-authenticated-user-email': 'somebody@example.com',
  'x-goog-iam-authorization-token': 'planted',
  'x-forwarded-for': '198.51.100.7',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-real-ip': '198.51.100.7',
  forwarded: 'for=198.51.100.7',
  via: '1.1 evil.example',
  cookie: 'gb_session=planted; SID=planted',
  'proxy-authorization': 'Basic cGxhbnRlZA==',
  te: 'trailers',
  origin: 'https://evil.example',
  referer: 'https://evil.example/',
  'x-http-method-override': 'DELETE',
  'x-listed': 'planted',
  'x-of-operator': 'planted',
};

/** What upstream was sent last, for calls in each way through. */
const WAYS: readonly (readonly [string, (model: string) => string, (model: string) => object])[] = [
  ['a relayed call', (model) => `/v1beta/models/${model}:generateContent`, () => HELLO],
  ['a relayed stream', (model) => `/v1beta/models/${model}:streamGenerateContent?alt=sse`, () => HELLO],
  [
    'a translated call',
    () => '/v1/chat/completions',
    (model) => ({ model, messages: [{ role: 'user', content: 'Hi' }] }),
  ],
  ['a resource', () => '/v1beta/cachedContents', (model) => ({ model: `models/${model}`, ...HELLO })],
];

it.each(WAYS)('sends upstream nothing that %s smuggles', async (_, pathOf, bodyOf) => {
  const model = rig.freshModel();
  const body = JSON.stringify(bodyOf(model));
  rig.simulator.forgetRequests();
  const client = await aRawClient(
    rig.gateway.port,
    `POST ${pathOf(model)}`,
    {
      ...SMUGGLED,
      connection: 'close, x-listed, x-goog-api-key',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  );
  expect(await client.received()).toMatch(/^HTTP\/1\.1 200 /);
  const sent = rig.simulator.requests.at(-1)!.headers as Record<string, unknown>;
  const passed = Object.entries(SMUGGLED).filter(([name, value]) => String(sent[name] ?? '').includes(value));
  expect(passed.filter(([name]) => name !== 'te')).toEqual([]);
  expect(
    Object.keys(sent).filter((name) => /^x-goog-(user|auth|iam)|^x-forwarded|^cookie$|^via$/.test(name)),
  ).toEqual([]);
  expect(sent['x-of-operator']).toBe('kept');
  // The control: what is meant to arrive does.
  expect(sent['content-type']).toMatch(/json/);
});

it.each<[string, string, Record<string, string>, string]>([
  [
    'both lengths',
    'POST /v1beta/models/m:generateContent',
    { 'content-length': '4', 'transfer-encoding': 'chunked' },
    '0\r\n\r\n',
  ],
  [
    'a doubtful encoding',
    'POST /v1beta/models/m:generateContent',
    { 'transfer-encoding': 'chunked, identity' },
    '0\r\n\r\n',
  ],
  ['a length that is none', 'POST /v1beta/models/m:generateContent', { 'content-length': '+4' }, 'true'],
  ['a break within a header', 'GET /v1/models', { 'x-one': 'a\nx-two: b' }, ''],
  ['a name with a space', 'GET /v1/models', { 'x one': 'a' }, ''],
])('takes no request whose end is a matter of opinion: %s', async (_, line, headers, body) => {
  const client = await aRawClient(rig.gateway.port, line, headers, body);
  expect(await client.received()).toMatch(/^HTTP\/1\.1 4\d\d /);
});

it('answers a request that was hidden in the body of another as what it is: bytes', async () => {
  const hidden = 'GET /api/keys HTTP/1.1\r\nhost: x\r\n\r\n';
  const client = await aRawClient(
    rig.gateway.port,
    'POST /v1beta/models/m:generateContent',
    { 'content-length': String(hidden.length) },
    hidden,
  );
  expect((await client.received()).match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

it('puts no break of the path or the query into what it asks upstream', async () => {
  rig.simulator.forgetRequests();
  const path = '/v1beta/models/x%0d%0ax-planted:%20yes:generateContent';
  const answer = await rig.post(path);
  expect(answer.status).toBeLessThan(500);
  expect(JSON.stringify(rig.simulator.requests.map(({ headers }) => headers))).not.toContain('x-planted');
});
