import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const CHAT = { model: '', messages: [{ role: 'user', content: 'Hi' }] };
let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeys(1);
});
afterAll(() => rig.close());

const ask = (method: string, path: string, body?: object, token = CLIENT_TOKEN) =>
  fetch(rig.gateway.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
const set = (isOn: boolean) =>
  rig.admin('PATCH', '/api/settings', { set: { URL_NORMALIZATION_ENABLED: isOn } });

it('leaves mistyped paths unanswered unless it is told to repair them', async () => {
  expect((await ask('POST', '/v1/v1/chat/completions', CHAT)).status).toBe(404);
});

describe('with URL_NORMALIZATION_ENABLED', () => {
  beforeAll(() => set(true));
  afterAll(() => set(false));

  it.each([
    '/v1/v1/chat/completions',
    '/chat/completions',
    '/v1/chat/completions/chat/completions',
    '/v1/models/chat/completions',
    '/openai/chat/completions',
    '//v1//chat/completions',
  ])('answers a chat at %s', async (path) => {
    const response = await ask('POST', path, { ...CHAT, model: rig.freshModel() });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ object: 'chat.completion' });
  });

  it.each([':generateContent', ':countTokens'])(
    'answers a native %s below a doubled version',
    async (verb) => {
      const model = rig.freshModel();
      const response = await ask('POST', `/v1beta/v1beta/models/${model}${verb}`, HELLO);
      expect(response.status).toBe(200);
      expect(rig.callsFor(model).map(({ path }) => path)).toEqual([`/v1beta/models/${model}${verb}`]);
    },
  );

  it.each(['/v1/v1/models', '/v1beta/v1beta/models'])('lists the models at %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(200);
  });

  it('lists the models for a client without a version in its address', async () => {
    expect(await (await ask('GET', '/models')).json()).toMatchObject({ object: 'list' });
  });

  it('asks for a token there as everywhere', async () => {
    expect((await ask('POST', '/v1/v1/chat/completions', CHAT, 'sk-nobody')).status).toBe(401);
  });

  it("leaves the dashboard's pages and REST alone", async () => {
    const page = await fetch(`${rig.gateway.url}/models`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch('text/html');
    expect((await ask('GET', '/api/v1/models', undefined, ADMIN_TOKEN)).status).toBe(404);
    expect((await ask('GET', '/api/settings', undefined, ADMIN_TOKEN)).status).toBe(200);
  });
});
