import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const MODEL = 'gemini-3.8-flash';

let rig: GatewayRig;
let keys: string[];
beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { models: [] } });
  keys = await rig.addKeys(2);
});
afterAll(() => rig?.close());
beforeEach(() => rig.simulator.forgetRequests());

const post = (path: string, headers: Record<string, string>) =>
  fetch(`${rig.gateway.url}${path}`, { method: 'POST', body: JSON.stringify(HELLO), headers });

describe('credentials', () => {
  const path = `/v1beta/models/${MODEL}:generateContent`;

  it.each<[string, Record<string, string>, string]>([
    ['a bearer token', { authorization: `Bearer ${CLIENT_TOKEN}` }, ''],
    ['x-goog-api-key', { 'x-goog-api-key': CLIENT_TOKEN }, ''],
    ['x-api-key', { 'x-api-key': CLIENT_TOKEN }, ''],
    ['?key=', {}, `?key=${CLIENT_TOKEN}`],
    ['a token beside a dummy', { authorization: 'Bearer dummy', 'x-goog-api-key': CLIENT_TOKEN }, ''],
  ])('%s opens the door, and only the key of the pool goes upstream', async (_, headers, query) => {
    const response = await post(`${path}${query}`, {
      ...headers,
      cookie: 'a=b',
      'x-goog-user-project': 'p',
    });
    expect(response.status).toBe(200);
    const [request] = rig.simulator.requests;
    expect(keys).toContain(request?.headers['x-goog-api-key']);
    expect(request?.query.toString()).toBe('');
    expect(JSON.stringify(request?.headers)).not.toContain(CLIENT_TOKEN);
    expect(Object.keys(request?.headers ?? {})).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(authorization|x-api-key|cookie|x-goog-user-project)$/),
      ]),
    );
  });

  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['a wrong token', { 'x-goog-api-key': 'sk-wrong' }],
    ['an empty token', { 'x-goog-api-key': '' }],
  ])('%s does not, and costs no call', async (_, headers) => {
    const response = await post(path, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: { code: 401, status: 'UNAUTHENTICATED', message: expect.any(String) },
    });
    expect(rig.simulator.requests).toEqual([]);
  });
});

describe('on paths that dialects share', () => {
  const get = (headers: Record<string, string>) => fetch(`${rig.gateway.url}/v1/models`, { headers });

  it.each<[string, Record<string, string>, unknown]>([
    ['OpenAI', { authorization: `Bearer ${CLIENT_TOKEN}` }, { object: 'list', success: true }],
    ['Gemini', { 'x-goog-api-key': CLIENT_TOKEN }, { models: expect.any(Array) }],
    ['Anthropic', { 'x-api-key': CLIENT_TOKEN, 'anthropic-version': '2023-06-01' }, { has_more: false }],
  ])('a client of %s is answered in its form', async (_, headers, expected) => {
    expect(await (await get(headers)).json()).toMatchObject(expected as object);
  });

  it.each<[string, Record<string, string>, unknown]>([
    [
      'OpenAI',
      { authorization: 'Bearer wrong' },
      { error: { code: 'invalid_api_key', type: 'invalid_request_error' } },
    ],
    ['Gemini', { 'x-goog-api-key': 'wrong' }, { error: { code: 401, status: 'UNAUTHENTICATED' } }],
    ['Anthropic', { 'x-api-key': 'wrong' }, { type: 'error', error: { type: 'authentication_error' } }],
  ])('a client of %s is refused in its form', async (_, headers, expected) => {
    const response = await get(headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject(expected as object);
  });
});
