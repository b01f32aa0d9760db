import { ApiError, type GoogleGenAI } from '@google/genai';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, TWO_KEYS } from '../support/rigs/gateway-rig';

const MODEL = 'gemini-3.8-flash';
const HIDDEN = 'gemini-3.5-flash-lite';
const TEXT_EVENTS = 5;
/** A thinking model closes with an event of its own, which carries a signature. */
const EVENTS = TEXT_EVENTS + 1;
const BODY = { contents: [{ role: 'user', parts: [{ text: 'Say hello' }] }] };

let rig: GatewayRig;
let ai: GoogleGenAI;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys(TWO_KEYS, {
    env: { FILTERED_MODELS: HIDDEN },
    simulator: { events: TEXT_EVENTS },
  });
  ai = geminiSdk(rig.gateway.url, CLIENT_TOKEN);
});

afterAll(() => rig?.close());

beforeEach(() => rig.simulator.forgetRequests());

const post = (
  path: string,
  body: unknown = BODY,
  headers: Record<string, string> = { 'x-goog-api-key': CLIENT_TOKEN },
) => fetch(`${rig.gateway.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers });

describe('through the Gemini SDK', () => {
  it('generates', async () => {
    const answer = await ai.models.generateContent({ model: MODEL, contents: 'Say hello' });
    expect(answer.text).toMatch(/\S/);
    expect(answer.usageMetadata?.totalTokenCount).toBeGreaterThan(0);
  });

  it('streams every event', async () => {
    const stream = await ai.models.generateContentStream({ model: MODEL, contents: 'Tell a story' });
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events).toHaveLength(EVENTS);
    expect(events.at(-1)?.candidates?.[0]?.finishReason).toBe('STOP');
  });

  it('chats with tools over several turns, signatures and all', async () => {
    const tools = [{ functionDeclarations: [{ name: 'weather', parametersJsonSchema: { type: 'object' } }] }];
    const chat = ai.chats.create({ model: MODEL, config: { tools } });
    const asked = await chat.sendMessage({ message: 'call weather' });
    const call = asked.functionCalls?.[0];
    expect(call?.name).toBe('weather');
    const response = { id: call?.id, name: 'weather', response: { output: 'sunny' } };
    const told = await chat.sendMessage({ message: [{ functionResponse: response }] });
    expect(told.text).toMatch(/\S/);
  });

  it('counts tokens and embeds, one text or several', async () => {
    const { totalTokens } = await ai.models.countTokens({ model: MODEL, contents: 'one two three' });
    expect(totalTokens).toBeGreaterThan(0);
    const embed = (contents: string | string[]) =>
      ai.models.embedContent({ model: 'gemini-embedding-001', contents });
    expect((await embed('one')).embeddings).toHaveLength(1);
    expect((await embed(['one', 'two'])).embeddings).toHaveLength(2);
  });

  it('lists the models page by page, without those that are switched off, and gets one', async () => {
    const names: (string | undefined)[] = [];
    for await (const model of await ai.models.list({ config: { pageSize: 5 } })) names.push(model.name);
    expect(names).toContain(`models/${MODEL}`);
    expect(names).not.toContain(`models/${HIDDEN}`);
    expect(names.length).toBeGreaterThan(5);
    expect((await ai.models.get({ model: MODEL })).inputTokenLimit).toBeGreaterThan(0);
  });

  it.each<[string, () => Promise<unknown>, number]>([
    [
      'a model that upstream does not know',
      () => ai.models.generateContent({ model: 'gemini-9', contents: 'x' }),
      404,
    ],
    ['a model that is switched off', () => ai.models.generateContent({ model: HIDDEN, contents: 'x' }), 403],
    ['a model that cannot be got', () => ai.models.get({ model: 'gemini-9' }), 404],
    [
      'a token that is not valid',
      () => stranger().models.generateContent({ model: MODEL, contents: 'x' }),
      401,
    ],
  ])('tells of %s with an ApiError', async (_, call, status) => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status });
  });

  const stranger = () => geminiSdk(rig.gateway.url, 'sk-wrong');
});

describe('as bytes', () => {
  it.each([
    ['/v1beta/models/', '/v1beta'],
    ['/gemini/v1beta/models/', '/v1beta'],
    ['/v1/models/', '/v1'],
    ['//v1beta/models/', '/v1beta'],
    ['/v1beta/models/google/', '/v1beta'],
  ])('%s goes upstream under %s with the body untouched', async (prefix, version) => {
    const body = {
      ...BODY,
      generation_config: { max_output_tokens: 50, seed: 7 },
      labels: { team: 'a' },
    };
    const text = JSON.stringify(body, null, 1);
    await fetch(`${rig.gateway.url}${prefix}${MODEL}:generateContent`, {
      method: 'POST',
      body: text,
      headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-type': 'application/json' },
    });
    const [request] = rig.simulator.requests;
    expect(request?.path).toBe(`${version}/models/${MODEL}:generateContent`);
    expect(request?.body.toString()).toBe(text);
  });

  it('takes an encoded colon', async () => {
    expect((await post(`/v1beta/models/${MODEL}%3AgenerateContent`)).status).toBe(200);
  });

  it('streams one JSON array without alt=sse', async () => {
    const response = await post(`/v1beta/models/${MODEL}:streamGenerateContent`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toHaveLength(EVENTS);
  });

  it('streams events and nothing else', async () => {
    const response = await post(`/v1beta/models/${MODEL}:streamGenerateContent?alt=sse`);
    const blocks = (await response.text()).split('\r\n\r\n');
    expect(blocks.pop()).toBe('');
    expect(blocks).toHaveLength(EVENTS);
    expect(blocks.filter((block) => !block.startsWith('data: {'))).toEqual([]);
  });

  it('counts tokens of a wrapped request', async () => {
    const response = await post(`/v1beta/models/${MODEL}:countTokens`, {
      generateContentRequest: { model: `models/${MODEL}`, ...BODY },
    });
    expect(await response.json()).toMatchObject({ totalTokens: expect.any(Number) });
  });
});

describe('what cannot be a request', () => {
  it.each<[string, string, unknown, number, string | undefined]>([
    ['a body that is a list', 'generateContent', [], 400, undefined],
    ['no contents', 'generateContent', {}, 400, 'contents'],
    ['contents that are text', 'generateContent', { contents: 'hi' }, 400, 'contents'],
    ['parts that are text', 'generateContent', { contents: [{ parts: 'hi' }] }, 400, 'contents[0].parts'],
    ['tools that are a name', 'generateContent', { ...BODY, tools: 'googleSearch' }, 400, 'tools'],
    ['an embedding of nothing', 'embedContent', {}, 400, 'content'],
    ['an empty batch', 'batchEmbedContents', { requests: [] }, 400, 'requests'],
    ['a verb that models do not take', 'fly', BODY, 404, undefined],
  ])('%s is refused with its name, and costs no call', async (_, verb, body, status, field) => {
    const response = await post(`/v1beta/models/${MODEL}:${verb}`, body);
    const { error } = (await response.json()) as {
      error: { code: number; message: string; details?: unknown[] };
    };
    expect([response.status, error.code]).toEqual([status, status]);
    if (field !== undefined) {
      expect(error.message).toContain(field);
      expect(error.details).toEqual([
        expect.objectContaining({ fieldViolations: [expect.objectContaining({ field })] }),
      ]);
    }
    expect(rig.simulator.requests).toEqual([]);
  });

  it('names every answer', async () => {
    const ids = await Promise.all(
      ['/health', '/v1/models', '/v1beta/nothing', '/api/nothing'].map(async (path) =>
        (await fetch(`${rig.gateway.url}${path}`)).headers.get('x-request-id'),
      ),
    );
    expect(new Set(ids).size).toBe(4);
    expect(ids.filter((id) => !/^req_[0-9a-z]{20,}$/.test(id ?? ''))).toEqual([]);
  });
});
