import { brotliCompressSync, gzipSync } from 'node:zlib';
import OpenAI, { APIError, AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import { type Simulator, startSimulator } from '@gemini-balance/gemini-simulator';
import { anHttpServer } from '../src/core/testing/local-server';
import { CLIENT_TOKEN, discard, type GatewayProcess, startGateway } from './support/gateway-process';

const KEYS = ['AIzaSyTest-key-number-one-0000000000001', 'AIzaSyTest-key-number-two-0000000000002'];
const MODEL = 'gemini-3.8-flash';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const WEATHER = {
  type: 'function',
  function: {
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
} as const;
const CLOCK = {
  type: 'function',
  function: { name: 'clock', parameters: { type: 'object', properties: {} } },
} as const;

let simulator: Simulator;
let gateway: GatewayProcess;
let openai: OpenAI;

beforeAll(async () => {
  simulator = await startSimulator({ keys: KEYS });
  gateway = await startGateway({
    BASE_URL: `${simulator.url}/v1beta`,
    API_KEYS: KEYS.join(','),
    FETCH_ALLOW_CIDRS: '127.0.0.1',
    THINKING_MODELS: '["gemini-2.5-flash"]',
  });
  openai = clientOf('/v1');
});

afterAll(async () => {
  await discard(gateway);
  await simulator?.close();
});

beforeEach(() => simulator.forgetRequests());

const clientOf = (path: string, apiKey = CLIENT_TOKEN) =>
  new OpenAI({ baseURL: gateway.url + path, apiKey, maxRetries: 0, fetch });

const ask = (content: string) => ({ model: MODEL, messages: [{ role: 'user' as const, content }] });

describe('a chat', () => {
  it.each([
    '/v1',
    '/hf/v1',
    '/openai/v1',
    '/v1beta/openai',
    '/gemini/v1',
    '/gemini/hf/v1',
    '/gemini/openai/v1',
    '/gemini/v1beta/openai',
  ])('is answered under %s', async (path) => {
    const completion = await clientOf(path).chat.completions.create(ask('Say hello'));
    expect(completion).toMatchObject({ object: 'chat.completion', model: MODEL });
    expect(completion.id).toMatch(/^chatcmpl-[0-9a-z]{24}$/);
    expect(completion.choices).toHaveLength(1);
    expect(completion.choices[0]).toMatchObject({ index: 0, finish_reason: 'stop' });
    expect(completion.choices[0]?.message.content).toContain('Say hello');
  });

  it('tells the whole usage', async () => {
    const { usage } = await openai.chat.completions.create(ask('Say hello'));
    expect(usage?.prompt_tokens).toBeGreaterThan(0);
    expect(usage?.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(0);
    expect(usage?.completion_tokens).toBeGreaterThan(usage?.completion_tokens_details?.reasoning_tokens ?? 0);
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
  });

  it('shows thoughts beside the answer', async () => {
    const { choices } = await openai.chat.completions.create(ask('Say hello'));
    expect(choices[0]?.message).toMatchObject({ reasoning_content: expect.stringContaining('Considering') });
    expect(choices[0]?.message.content).not.toContain('Considering');
  });

  it('gives several answers, each with its index', async () => {
    const { choices } = await openai.chat.completions.create({ ...ask('Say hello'), n: 3 });
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(choices.every(({ message }) => message.content !== '')).toBe(true);
  });

  it('keeps roles, and no field that upstream does not know', async () => {
    await openai.chat.completions.create({
      ...ask('Say hello'),
      messages: [
        { role: 'system', content: 'Be short' },
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello!' },
        { role: 'user', content: 'Again' },
      ],
      user: 'somebody',
      metadata: { a: 'b' },
      store: true,
    });
    const [request] = simulator.requests;
    expect(request?.path).toBe(`/v1beta/models/${MODEL}:generateContent`);
    expect(request?.json).toMatchObject({
      systemInstruction: { parts: [{ text: 'Be short' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        { role: 'model', parts: [{ text: 'Hello!' }] },
        { role: 'user', parts: [{ text: 'Again' }] },
      ],
    });
    expect(JSON.stringify(request?.json)).not.toMatch(/somebody|metadata|store/);
  });

  it('sends a picture on', async () => {
    const image_url = { url: `data:image/png;base64,${PIXEL}` };
    const completion = await openai.chat.completions.create({
      model: MODEL,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is it?' },
            { type: 'image_url', image_url },
          ],
        },
      ],
    });
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(simulator.requests[0]?.json).toMatchObject({
      contents: [
        { parts: [{ text: 'What is it?' }, { inlineData: { mimeType: 'image/png', data: PIXEL } }] },
      ],
    });
  });

  it('fetches a picture from the web', async () => {
    const pictures = await anHttpServer((request, response) => {
      if (request.url === '/moved') return void response.writeHead(302, { location: '/pixel' }).end();
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(PIXEL, 'base64'));
    });
    try {
      const image_url = { url: `${pictures.origin}/moved` };
      const content = [{ type: 'image_url' as const, image_url }];
      await openai.chat.completions.create({ model: MODEL, messages: [{ role: 'user', content }] });
      expect(simulator.requests[0]?.json).toMatchObject({
        contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data: PIXEL } }] }],
      });
    } finally {
      await pictures.close();
    }
  });

  it('goes to the key that upstream keeps something for', async () => {
    const made = await fetch(`${gateway.url}/v1beta/cachedContents`, {
      method: 'POST',
      headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: `models/${MODEL}`,
        contents: [{ role: 'user', parts: [{ text: 'x' }] }],
      }),
    });
    const { name } = (await made.json()) as { name: string };
    for (let turn = 0; turn < 4; turn++) {
      const body = { ...ask('Hi'), extra_body: { google: { cached_content: name } } };
      const completion = await openai.chat.completions.create(body);
      expect(completion.choices[0]?.finish_reason).toBe('stop');
    }
    expect(new Set(simulator.requests.map(({ key }) => key)).size).toBe(1);
  });

  it.each([false, true])('takes a body of megabytes (streamed: %s)', async (stream) => {
    const picture = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.alloc(1_500_000)]);
    const url = `data:image/png;base64,${picture.toString('base64')}`;
    const content = [
      { type: 'text' as const, text: 'What is it?' },
      { type: 'image_url' as const, image_url: { url } },
    ];
    const body = { model: MODEL, messages: [{ role: 'user' as const, content }] };
    const completion = stream
      ? await openai.chat.completions.stream(body).finalChatCompletion()
      : await openai.chat.completions.create(body);
    expect(completion.choices[0]?.message.content).toContain('What is it?');
    const refused = openai.chat.completions.create({ ...body, n: 'x' as never });
    await expect(refused).rejects.toMatchObject({ status: 400, param: 'n' });
  });

  it.each([
    ['as it is', 'identity', (body: string) => Buffer.from(body)],
    ['as gzip', 'gzip', gzipSync],
    ['as Brotli', 'br', brotliCompressSync],
  ])('takes a body %s, also at an address that ends with a slash', async (_, encoding, encoded) => {
    const response = await fetch(`${gateway.url}/v1/chat/completions/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-encoding': encoding },
      body: new Uint8Array(encoded(JSON.stringify(ask('Say hello')))),
    });
    expect(response.status).toBe(200);
    expect(simulator.requests[0]?.json).toMatchObject({ contents: [{ parts: [{ text: 'Say hello' }] }] });
  });

  it.each([false, true])('names the sources of what was searched for (streamed: %s)', async (stream) => {
    const body = { ...ask('Say hello'), web_search_options: {} };
    const { content, annotations } = stream
      ? (await openai.chat.completions.stream(body).finalChatCompletion()).choices[0]!.message
      : (await openai.chat.completions.create(body)).choices[0]!.message;
    expect(annotations).not.toHaveLength(0);
    for (const { type, url_citation: cited } of annotations ?? []) {
      expect(type).toBe('url_citation');
      expect(cited).toMatchObject({ url: expect.stringMatching(/^https?:/), title: expect.any(String) });
      expect(content?.slice(cited.start_index, cited.end_index)).not.toBe('');
    }
  });

  it('does not think where the name says so', async () => {
    const model = 'gemini-2.5-flash-non-thinking';
    const completion = await openai.chat.completions.create({ ...ask('Say hello'), model });
    expect(completion.model).toBe(model);
    expect(completion.usage?.completion_tokens_details?.reasoning_tokens).toBe(0);
    expect(simulator.requests[0]?.path).toBe('/v1beta/models/gemini-2.5-flash:generateContent');
  });

  it('answers in the shape of a schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    };
    const completion = await openai.chat.completions.parse({
      ...ask('Anna is 7'),
      response_format: { type: 'json_schema', json_schema: { name: 'person', strict: true, schema } },
    });
    expect(JSON.parse(completion.choices[0]?.message.content ?? '')).toEqual({
      name: expect.any(String),
      age: expect.any(Number),
    });
  });
});

describe('a stream', () => {
  it('says the same as a whole answer', async () => {
    const { choices } = await openai.chat.completions.create(ask('Tell a story'));
    const runner = openai.chat.completions.stream(ask('Tell a story'));
    const roles: (string | undefined)[] = [];
    for await (const chunk of runner) roles.push(chunk.choices[0]?.delta.role);
    const streamed = await runner.finalChatCompletion();
    expect(streamed.choices[0]?.message.content).toBe(choices[0]?.message.content);
    expect(streamed.choices[0]?.finish_reason).toBe('stop');
    expect(roles.filter(Boolean)).toEqual(['assistant']);
    expect(roles[0]).toBe('assistant');
  });

  it('tells the usage when asked, and only at the end', async () => {
    const stream = await openai.chat.completions.create({
      ...ask('Tell a story'),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const last = chunks.pop();
    expect(last).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } });
    expect(chunks.every(({ usage }) => usage === null)).toBe(true);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.filter(({ choices }) => choices[0]?.finish_reason != null)).toHaveLength(1);
  });

  it('gives several answers side by side', async () => {
    const runner = openai.chat.completions.stream({ ...ask('Tell a story'), n: 2 });
    const { choices } = await runner.finalChatCompletion();
    expect(choices.map(({ index, finish_reason: reason }) => [index, reason])).toEqual([
      [0, 'stop'],
      [1, 'stop'],
    ]);
  });

  it('is what the headers say, and ends with its mark', async () => {
    const response = await openai.chat.completions.create({ ...ask('x'), stream: true }).asResponse();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    const text = await response.text();
    expect(text.endsWith('\n\ndata: [DONE]\n\n')).toBe(true);
  });

  it.each(['create', 'stream'] as const)('joins what upstream gives in pieces (%s)', async (method) => {
    const plain = await openai.chat.completions.create(ask('Tell a story'));
    const takeBack = simulator.on().do({ kind: 'continuation', hops: 3 });
    try {
      const completion =
        method === 'create'
          ? await openai.chat.completions.create(ask('Tell a story'))
          : await openai.chat.completions.stream(ask('Tell a story')).finalChatCompletion();
      expect(completion.choices).toMatchObject([
        { message: { content: plain.choices[0]?.message.content }, finish_reason: 'stop' },
      ]);
      expect(new Set(simulator.requests.slice(1).map(({ key }) => key)).size).toBe(1);
    } finally {
      takeBack();
    }
  });

  it('says that a prompt was blocked', async () => {
    const takeBack = simulator.on().do({ kind: 'blocked-prompt', reason: 'PROHIBITED_CONTENT' });
    try {
      const runner = openai.chat.completions.stream(ask('x'));
      expect((await runner.finalChatCompletion()).choices).toMatchObject([
        {
          message: { refusal: expect.stringContaining('PROHIBITED_CONTENT') },
          finish_reason: 'content_filter',
        },
      ]);
    } finally {
      takeBack();
    }
  });

  it('ends upstream when the client leaves', async () => {
    const takeBack = simulator.on().do({ kind: 'stall', afterEvents: 1 });
    try {
      const stream = await openai.chat.completions.create({ ...ask('Tell a story'), stream: true });
      const request = await simulator.nextRequest();
      for await (const _ of stream) break;
      stream.controller.abort();
      expect(await request.ended).not.toBe('answered');
    } finally {
      takeBack();
    }
  });

  it('tells of a cut in the stream, and does not end as if all were well', async () => {
    const takeBack = simulator
      .on()
      .do({ kind: 'mid-stream-error', afterEvents: 2, fixture: '503-overloaded' });
    try {
      const stream = await openai.chat.completions.create({ ...ask('Tell a story'), stream: true });
      const read = async () => {
        for await (const _ of stream);
      };
      await expect(read()).rejects.toMatchObject({ code: 'server_is_overloaded', type: 'server_error' });
    } finally {
      takeBack();
    }
  });
});

describe('tools', () => {
  type Messages = OpenAI.Chat.Completions.ChatCompletionMessageParam[];

  /** Runs a conversation until the model calls no more; `forget` drops what clients are known to drop. */
  async function converse(content: string, forget: boolean, isStream: boolean): Promise<string[][]> {
    const messages: Messages = [{ role: 'user', content }];
    const steps: string[][] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const body = { model: MODEL, messages, tools: [WEATHER, CLOCK] };
      const completion = isStream
        ? await openai.chat.completions.stream(body).finalChatCompletion()
        : await openai.chat.completions.create(body);
      const { message, finish_reason: reason } = completion.choices[0]!;
      const calls = (message.tool_calls ?? []).filter((call) => call.type === 'function');
      expect(reason).toBe(calls.length > 0 ? 'tool_calls' : 'stop');
      if (calls.length === 0) return steps;
      steps.push(calls.map((call) => call.function.name));
      const kept = calls.map(({ id, type, function: { name, arguments: args } }) => ({
        id,
        type,
        function: { name, arguments: args },
      }));
      messages.push(forget ? { role: 'assistant', content: null, tool_calls: kept } : message);
      for (const { id } of calls) messages.push({ role: 'tool', tool_call_id: id, content: `done ${id}` });
    }
    throw new Error('The conversation does not end.');
  }

  const PROMPT = 'call weather({"city":"Oslo"}) and clock then weather({"city":"Rome"}) then clock';

  it.each([
    ['whole, with signatures brought back', false, false],
    ['whole, by a client that drops signatures', true, false],
    ['streamed, with signatures brought back', false, true],
    ['streamed, by a client that drops signatures', true, true],
  ])('are called in parallel and over several turns: %s', async (_, forget, isStream) => {
    expect(await converse(PROMPT, forget, isStream)).toEqual([['weather', 'clock'], ['weather'], ['clock']]);
    const last = JSON.stringify(simulator.requests.at(-1)?.json);
    expect(last).toContain('functionResponse');
    expect(last).toContain('thoughtSignature');
    expect(last).not.toContain('skip_thought_signature_validator');
    expect(simulator.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it('go on after a restart of the gateway', async () => {
    const body = { ...ask('call clock then clock'), tools: [CLOCK] };
    const { choices } = await openai.chat.completions.create(body);
    const [call] = choices[0]!.message.tool_calls!;
    gateway = await gateway.restart();
    openai = clientOf('/v1');
    const {
      id,
      type,
      function: called,
    } = call as OpenAI.Chat.Completions.ChatCompletionMessageFunctionToolCall;
    const messages = [
      ...body.messages,
      { role: 'assistant' as const, tool_calls: [{ id, type, function: called }] },
      { role: 'tool' as const, tool_call_id: id, content: 'noon' },
    ];
    simulator.forgetRequests();
    await openai.chat.completions.create({ ...body, messages });
    const sent = JSON.stringify(simulator.requests[0]?.json);
    expect(sent).toContain('thoughtSignature');
    expect(sent).not.toContain('skip_thought_signature_validator');
  });

  it('names what of a schema was changed', async () => {
    const parameters = { type: 'object', properties: { not: { type: 'string' } }, not: { required: ['x'] } };
    const { response } = await openai.chat.completions
      .create({ ...ask('call odd'), tools: [{ type: 'function', function: { name: 'odd', parameters } }] })
      .withResponse();
    expect(response.headers.get('x-request-changes')).toMatch(/not/);
    expect(gateway.output()).toContain('A request was changed for upstream.');
    const [tool] = (simulator.requests[0]?.json as { tools: unknown[] }).tools;
    expect(JSON.stringify(tool)).toContain('"properties":{"not":');
  });
});

describe('errors', () => {
  it.each<[string, () => Promise<unknown>, new (...args: never[]) => Error, object]>([
    [
      'a token that is not valid',
      () => clientOf('/v1', 'sk-wrong').chat.completions.create(ask('x')),
      AuthenticationError,
      { status: 401, code: 'invalid_api_key', type: 'invalid_request_error' },
    ],
    [
      'a model that upstream does not know',
      () => openai.chat.completions.create({ ...ask('x'), model: 'gemini-9' }),
      NotFoundError,
      { status: 404, code: 'model_not_found', type: 'invalid_request_error' },
    ],
    [
      'messages that are none',
      () => openai.chat.completions.create({ model: MODEL, messages: 'x' as never }),
      BadRequestError,
      { status: 400, param: 'messages', type: 'invalid_request_error' },
    ],
    [
      'a picture on a private address',
      () =>
        openai.chat.completions.create({
          model: MODEL,
          messages: [
            {
              role: 'user',
              content: [{ type: 'image_url', image_url: { url: 'http://169.254.169.254/latest/meta-data' } }],
            },
          ],
        }),
      BadRequestError,
      { status: 400, param: expect.stringContaining('messages[0].content[0].image_url') },
    ],
    [
      'a route that is none',
      () => clientOf('/openai/v1').moderations.create({ input: 'x' }),
      NotFoundError,
      { status: 404, code: 'unknown_url' },
    ],
  ])('tell of %s', async (_, call, kind, expected) => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ ...expected, requestID: expect.stringMatching(/^req_/) });
  });
});

describe('what upstream refuses', () => {
  it.each<[string, string, object, string | null]>([
    ['a wrong request', '400-bad-image', { status: 400, type: 'invalid_request_error', code: null }, null],
    [
      'a limit of minutes',
      '429-per-minute',
      { status: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded' },
      'wait',
    ],
    [
      'a daily quota',
      '429-per-day',
      { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
      'wait',
    ],
    [
      'keys that are not valid',
      '400-api-key-invalid',
      { status: 503, type: 'server_error', code: 'no_upstream_key' },
      'wait',
    ],
    [
      'a prompt that is too long',
      '400-too-many-tokens',
      { status: 400, type: 'invalid_request_error', code: 'context_length_exceeded' },
      null,
    ],
  ])('is told in the form of OpenAI: %s', async (_, fixture, expected, wait) => {
    const stranger = await startSimulator({ keys: 'any' });
    stranger.on().fail(fixture);
    const refusing = await startGateway({
      BASE_URL: stranger.url,
      API_KEYS: KEYS.join(','),
      MAX_RETRIES: '0',
    });
    try {
      const client = new OpenAI({
        baseURL: `${refusing.url}/v1`,
        apiKey: CLIENT_TOKEN,
        maxRetries: 0,
        fetch,
      });
      for (const stream of [false, true]) {
        const error: unknown = await client.chat.completions
          .create({ ...ask('x'), stream })
          .then(undefined, (thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(APIError);
        expect(error).toMatchObject(expected);
        expect((error as APIError).headers?.get('retry-after') != null).toBe(wait !== null);
      }
    } finally {
      await discard(refusing);
      await stranger.close();
    }
  });
});

describe('models', () => {
  it.each(['/v1', '/hf/v1', '/openai/v1', '/v1beta/openai', '/gemini/openai/v1'])(
    'are listed and got under %s',
    async (path) => {
      const client = clientOf(path);
      const ids: string[] = [];
      for await (const { id } of client.models.list()) ids.push(id);
      expect(ids).toContain(MODEL);
      for (const id of [MODEL, `models/${MODEL}`, `google/${MODEL}`])
        expect(await client.models.retrieve(id)).toMatchObject({ id: MODEL, object: 'model' });
    },
  );
});
