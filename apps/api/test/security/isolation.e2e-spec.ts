import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const OTHER_TOKEN = 'sk-test-other-client-0123456789';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { ALLOWED_TOKENS: `${CLIENT_TOKEN},${OTHER_TOKEN}` } });
  await rig.addKeys(2);
});
afterAll(() => rig?.close());

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Calls as the owner of a token. */
async function as(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(rig.gateway.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const mine = (method: string, path: string, body?: unknown): Promise<Answer> =>
  as(CLIENT_TOKEN, method, path, body);
const theirs = (method: string, path: string, body?: unknown): Promise<Answer> =>
  as(OTHER_TOKEN, method, path, body);

describe.each<[string, string, (model: string) => [string, object]]>([
  [
    'a cache',
    'cachedContents',
    (model) => ['/v1beta/cachedContents', { model: `models/${model}`, ...HELLO }],
  ],
  [
    'a batch',
    'batches',
    (model) => [
      `/v1beta/models/${model}:batchGenerateContent`,
      { batch: { displayName: 'b', inputConfig: { requests: { requests: [{ request: HELLO }] } } } },
    ],
  ],
  ['a store', 'fileSearchStores', () => ['/v1beta/fileSearchStores', { displayName: 's' }]],
])('%s of another token', (_, collection, orderOf) => {
  let name: string;
  beforeAll(async () => {
    const answer = await mine('POST', ...orderOf(rig.freshModel()));
    expect(answer.status).toBe(200);
    name = (JSON.parse(answer.text) as { name: string }).name;
    expect(name).toMatch(new RegExp(`^${collection}/`));
  });

  it('is not in the list, which its owner finds it in', async () => {
    expect((await mine('GET', `/v1beta/${collection}`)).text).toContain(name);
    expect((await theirs('GET', `/v1beta/${collection}`)).text).not.toContain(name);
  });

  it.each(['GET', 'PATCH', 'DELETE'])(
    'is for %s as if it did not exist, however it is written',
    async (method) => {
      const body = method === 'PATCH' ? { ttl: '60s' } : undefined;
      const missing = `${collection}/nothing-of-that-name`;
      const none = await theirs(method, `/v1beta/${missing}`, body);
      expect(none.status).toBeGreaterThanOrEqual(400);
      for (const path of [
        `/v1beta/${name}`,
        `//v1beta/${name}`,
        `/v1beta/${name}/`,
        `/gemini/v1beta/${name}`,
        `/v1/${name}`,
      ]) {
        const { status } = await theirs(method, path, body);
        expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      }
      expect((await theirs(method, `/v1beta/${name}`, body)).status).toBe(none.status);
      expect((await mine('GET', `/v1beta/${name}`)).status).toBe(200);
    },
  );

  it('is seen by the administrator', async () => {
    expect((await as(ADMIN_TOKEN, 'GET', `/v1beta/${name}`)).status).toBe(200);
  });
});

it('a cache of another token is used by nobody else, in whatever dialect and spelling', async () => {
  const model = rig.freshModel();
  const made = await mine('POST', '/v1beta/cachedContents', { model: `models/${model}`, ...HELLO });
  const { name } = JSON.parse(made.text) as { name: string };
  const path = `/v1beta/models/${model}:generateContent`;
  expect((await mine('POST', path, { ...HELLO, cachedContent: name })).status).toBe(200);
  const uses: [string, object][] = [
    [path, { ...HELLO, cachedContent: name }],
    [path, { ...HELLO, cached_content: name }],
    [path.replace('generateContent', 'streamGenerateContent'), { ...HELLO, cachedContent: name }],
    [
      path.replace('generateContent', 'countTokens'),
      { generateContentRequest: { ...HELLO, model: `models/${model}`, cachedContent: name } },
    ],
  ];
  for (const [to, body] of uses) {
    const { status } = await theirs('POST', to, body);
    expect([to, status >= 400 && status < 500]).toEqual([to, true]);
  }
  // JSON may spell a name with escapes.
  const escaped = JSON.stringify({ ...HELLO, cachedContent: name }).replace(
    'cachedContent',
    'cached\\u0043ontent',
  );
  const response = await rig.post(path, escaped, { headers: { 'x-goog-api-key': OTHER_TOKEN } });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

it('a stored response of another token is got, listed, continued and deleted by nobody else', async () => {
  const model = rig.freshModel();
  const made = await mine('POST', '/v1/responses', { model, input: 'Hello', store: true });
  const { id } = JSON.parse(made.text) as { id: string };
  expect((await mine('GET', `/v1/responses/${id}`)).status).toBe(200);
  for (const [method, path, body] of [
    ['GET', `/v1/responses/${id}`],
    ['GET', `/v1/responses/${id}/input_items`],
    ['DELETE', `/v1/responses/${id}`],
    ['POST', '/v1/responses', { model, input: 'Go on', previous_response_id: id }],
  ] as const) {
    const { status, text } = await theirs(method, path, body);
    expect([method, path, status >= 400 && status < 500, text.includes('Hello')]).toEqual([
      method,
      path,
      true,
      false,
    ]);
  }
  expect((await mine('GET', `/v1/responses/${id}`)).status).toBe(200);
});
