import { aRawClient } from '../support/clients/raw-client';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const MB = 1024 * 1024;
const MODEL = 'test-model-0';
const PATH = `/v1beta/models/${MODEL}:generateContent`;

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_BODY_MB: '1' } });
  await rig.addKeys(1);
});
afterAll(() => rig.close());

interface GeminiFault {
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly status: string;
    readonly details?: readonly unknown[];
  };
}

/** Expects Google's error envelope, with these words, and that no call was made. */
async function expectFault(response: Response, status: number, words: RegExp): Promise<void> {
  const { error } = (await response.json()) as GeminiFault;
  expect({ http: response.status, ...error }).toEqual({
    http: status,
    code: status,
    message: expect.stringMatching(words),
    status: expect.stringMatching(/^[A-Z_]+$/),
    ...(error.details && { details: expect.any(Array) }),
  });
  expect(rig.simulator.requests).toEqual([]);
}

describe('a body', () => {
  it.each<[string, string, RegExp]>([
    ['that is empty', '', /no body/],
    ['that is no JSON', '{"contents": [', /not valid JSON/],
    ['of other bytes', '\u0000\ufffd\u0001', /not valid JSON/],
    ['that is a list', '[]', /object/],
    ['that is a number', '5', /object/],
    ['that is a text', '"hello"', /object/],
    ['that is null', 'null', /object/],
    ['without contents', '{}', /contents/],
    ['with contents that are none', '{"contents":[]}', /contents/],
    ['with a content that is none', '{"contents":[null]}', /contents\[0\]/],
    ['with parts that are none', '{"contents":[{"parts":"hi"}]}', /contents\[0\]\.parts/],
    ['with settings that are none', '{"contents":[{}],"generationConfig":7}', /generationConfig/],
    ['with tools that are none', '{"contents":[{}],"tools":"all"}', /tools/],
  ])('%s is refused with the reason', async (_, body, words) => {
    await expectFault(await rig.post(PATH, body), 400, words);
  });

  it.each([
    ['announced by its length', (text: string) => text],
    [
      'that comes in chunks',
      (text: string) =>
        new ReadableStream({
          start(controller) {
            for (let at = 0; at < text.length; at += 65_536) {
              controller.enqueue(Buffer.from(text.slice(at, at + 65_536)));
            }
            controller.close();
          },
        }),
    ],
  ])('too large, %s, is refused in a way that the client can read', async (_, asBody) => {
    const text = JSON.stringify({ contents: [{ parts: [{ text: 'x'.repeat(6 * MB) }] }] });
    const init = { body: asBody(text), duplex: 'half' } as RequestInit;
    await expectFault(await rig.post(PATH, undefined, init), 413, /1 MB/);
  });
});

describe('a path', () => {
  it.each<[string, string, string, number, RegExp]>([
    ['of a verb that there is not', 'POST', `/v1beta/models/${MODEL}:sing`, 404, /sing/],
    ['of a model without a verb', 'POST', `/v1beta/models/${MODEL}`, 404, /generateContent/],
    ['of a model without a name', 'POST', '/v1beta/models/:generateContent', 404, /model/],
    ['that leads elsewhere', 'POST', '/v1beta/models/..%2F..%2Fadmin:generateContent', 404, /model/],
    ['with a broken escape', 'POST', '/v1beta/models/%zz:generateContent', 400, /percent/],
    ['that is not text', 'POST', '/v1beta/models/%ff%fe:generateContent', 400, /percent/],
    ['that there is not', 'PATCH', '/v1beta/nothing/here', 404, /nothing/],
    ['of Gemini that there is not', 'PATCH', '/gemini/v1beta/nothing', 404, /nothing/],
    ['asked with a method it does not take', 'DELETE', PATH, 405, /POST/],
  ])('%s is refused in the dialect', async (_, method, path, status, words) => {
    const body = method === 'GET' ? undefined : JSON.stringify(HELLO);
    await expectFault(await rig.post(path, undefined, { method, body }), status, words);
  });

  it('that there is not is refused in the dialect of who asks', async () => {
    const response = await fetch(`${rig.gateway.url}/v1/nothing`, {
      headers: { authorization: `Bearer ${'wrong'.repeat(4)}` },
    });
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: expect.objectContaining({ type: 'invalid_request_error', code: 'invalid_api_key' }) },
    ]);
  });

  it('names the methods that it takes', async () => {
    const response = await rig.post(PATH, undefined, { method: 'PUT' });
    expect(response.headers.get('allow')).toMatch(/POST/);
  });
});

describe('a request that is no HTTP', () => {
  const length = { 'content-length': '2' };

  it.each<[string, string, Record<string, string>, string]>([
    ['huge headers', `POST ${PATH}`, { ...length, 'x-long': 'x'.repeat(40 * 1024) }, '431'],
    ['two lengths', `POST ${PATH}`, { 'content-length': '2, 3' }, '400'],
    ['a length and chunks', `POST ${PATH}`, { ...length, 'transfer-encoding': 'chunked' }, '400'],
    ['a name that cannot be', `POST ${PATH}`, { ...length, 'bad name': '1' }, '400'],
    ['a method that cannot be', `FLY ${PATH}`, length, '400'],
    ['no path', 'POST', length, '400'],
  ])('with %s is refused, and the gateway serves on', async (_, line, headers, status) => {
    const client = await aRawClient(rig.gateway.port, line, headers, '{}');
    expect((await client.received()).split(' ', 2)).toEqual(['HTTP/1.1', status]);
    client.socket.destroy();
    expect((await fetch(`${rig.gateway.url}/health`)).status).toBe(200);
    expect(rig.simulator.requests).toEqual([]);
  });
});
