import { aSimulator, ask, closeSimulators, MODEL, post } from '../testing/a-simulator';

const user = (text: string) => ({ role: 'user', parts: [{ text }] });
const call = (name: string, thoughtSignature?: string) => ({
  functionCall: { name, args: {} },
  ...(thoughtSignature ? { thoughtSignature } : {}),
});
const result = (name: string) => ({ functionResponse: { name, response: { output: 'ok' } } });
const tools = [{ functionDeclarations: [{ name: 'first' }, { name: 'second' }] }];
const PLACEHOLDER = 'skip_thought_signature_validator';

type Case = [promise: string, body: object, words: string];

const REFUSED: readonly Case[] = [
  ['an unknown name', { temprature: 1 }, 'Unknown name "temprature": Cannot find field.'],
  [
    'an unknown nested name',
    { generation_config: { topQ: 1 } },
    'Unknown name "topQ" at \'generation_config\': Cannot find field.',
  ],
  [
    'a schema keyword that proto schemas lack',
    {
      tools: [
        {
          functionDeclarations: [{ name: 'f', parameters: { type: 'object', additionalProperties: false } }],
        },
      ],
    },
    'Unknown name "additionalProperties" at \'tools[0].function_declarations[0].parameters\': Cannot find field.',
  ],
  [
    'a list of types',
    {
      generationConfig: {
        responseMimeType: 'application/json',
        responseSchema: { type: ['string', 'null'] },
      },
    },
    'Proto field is not repeating',
  ],
  [
    'a value of the wrong type',
    { generationConfig: { temperature: 'warm' } },
    "Invalid value at 'generation_config.temperature'",
  ],
  ['no contents', { contents: [] }, 'contents is not specified'],
  ['an unknown role', { contents: [{ role: 'system', parts: [{ text: 'x' }] }] }, 'valid role'],
  [
    'a part without data',
    { contents: [{ role: 'user', parts: [{ thought: true }] }] },
    "required oneof field 'data'",
  ],
  [
    'budget and level at once',
    { generationConfig: { thinkingConfig: { thinkingBudget: 1, thinkingLevel: 'LOW' } } },
    'only one of thinking budget',
  ],
  ['several candidates', { generationConfig: { candidateCount: 2 } }, 'Multiple candidates'],
  [
    'an invalid function name',
    { tools: [{ functionDeclarations: [{ name: '1st' }] }] },
    'Invalid function name',
  ],
  [
    'the same function twice',
    { tools: [{ functionDeclarations: [{ name: 'f' }, { name: 'f' }] }] },
    'Duplicate function declaration',
  ],
  [
    'built-in tools beside functions',
    { tools: [...tools, { googleSearch: {} }] },
    'include_server_side_tool_invocations',
  ],
  [
    'an unsigned call',
    {
      contents: [
        user('x'),
        { role: 'model', parts: [call('first')] },
        { role: 'user', parts: [result('first')] },
      ],
    },
    'default_api:first` , position 2',
  ],
  [
    'a signature of another call',
    {
      contents: [
        user('x'),
        { role: 'model', parts: [call('first', 'bm90IG1pbmU=')] },
        { role: 'user', parts: [result('first')] },
      ],
    },
    'Corrupted thought signature.',
  ],
  [
    'a call without its result',
    { contents: [user('x'), { role: 'model', parts: [call('first', PLACEHOLDER)] }, user('y')] },
    'number of function response parts',
  ],
  [
    'a result without its call',
    { contents: [user('x'), { role: 'user', parts: [result('first')] }] },
    'function response turn comes immediately after',
  ],
  [
    'a call before anybody spoke',
    { contents: [{ role: 'model', parts: [call('first', PLACEHOLDER)] }] },
    'function call turn comes immediately after',
  ],
  [
    'parallel calls that were interleaved',
    {
      contents: [
        user('x'),
        { role: 'model', parts: [call('first', PLACEHOLDER)] },
        { role: 'user', parts: [result('first')] },
        { role: 'model', parts: [call('second')] },
        { role: 'user', parts: [result('second')] },
      ],
    },
    'default_api:second` , position 4',
  ],
];

describe('generateContent', () => {
  afterEach(closeSimulators);

  it.each(REFUSED)('refuses %s', async (_, body, words) => {
    const reply = await ask(await aSimulator(), 'Hi', { ...body });
    expect([reply.status, reply.json.error.status]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(reply.json.error.message).toContain(words);
  });

  it.each(['{"contents": [', '', 'contents=1'])('refuses a body that is not JSON: %j', async (body) => {
    const reply = await post(await aSimulator(), `/v1beta/models/${MODEL}:generateContent`, body, {
      'x-goog-api-key': 'AQ.good',
    });
    expect([reply.status, reply.json.error.message]).toEqual([
      400,
      expect.stringContaining('Invalid JSON payload received.'),
    ]);
  });

  it('takes snake_case, single values for lists, and placeholders for signatures', async () => {
    const body = {
      system_instruction: { parts: { text: 'Be brief' } },
      generation_config: { max_output_tokens: 100 },
      contents: [
        user('x'),
        { role: 'model', parts: [call('first', PLACEHOLDER), call('second')] },
        { role: 'user', parts: [result('first'), result('second')] },
      ],
    };
    const reply = await ask(await aSimulator(), 'Hi', body);
    expect(reply.json.candidates[0].content.parts[0].text).toContain('Instructed: "Be brief"');
  });

  it('forgives unsigned calls of earlier turns, and of models before Gemini 3', async () => {
    const past = [
      user('x'),
      { role: 'model', parts: [call('first')] },
      { role: 'user', parts: [result('first')] },
    ];
    const sim = await aSimulator();
    expect(
      (await ask(sim, '', { contents: [...past, { role: 'model', parts: [{ text: 'done' }] }, user('y')] }))
        .status,
    ).toBe(200);
    expect((await ask(sim, '', { contents: past }, 'AQ.good', 'gemini-2.5-flash')).status).toBe(200);
  });

  it('calls several functions at once and signs only the first call', async () => {
    const { json } = await ask(await aSimulator(), 'please call first and second', { tools });
    const parts = json.candidates[0].content.parts as {
      functionCall: { name: string; id: string };
      thoughtSignature?: string;
    }[];
    expect(parts.map((part) => part.functionCall.name)).toEqual(['first', 'second']);
    expect(parts.map((part) => part.thoughtSignature !== undefined)).toEqual([true, false]);
    expect(parts[0]!.functionCall.id).not.toBe(parts[1]!.functionCall.id);
  });

  it.each([
    ['ANY', 'Hi', 'first'],
    ['NONE', 'call first', undefined],
    ['AUTO', 'Hi', undefined],
  ])('mode %s decides about calls', async (mode, text, name) => {
    const { json } = await ask(await aSimulator(), text, {
      tools,
      toolConfig: { functionCallingConfig: { mode } },
    });
    expect(json.candidates[0].content.parts[0].functionCall?.name).toBe(name);
  });

  it('stops at the token limit and at a stop sequence', async () => {
    const sim = await aSimulator();
    const cut = (await ask(sim, 'Hi', { generationConfig: { maxOutputTokens: 2 } })).json.candidates[0];
    expect([cut.finishReason, cut.content.parts[0].text]).toEqual(['MAX_TOKENS', 'You said']);
    const stopped = (await ask(sim, 'Hi', { generationConfig: { stopSequences: [' said'] } })).json
      .candidates[0];
    expect([stopped.finishReason, stopped.content.parts[0].text]).toEqual(['STOP', 'You']);
  });

  it.each([
    [
      'an unknown model',
      'no-such-model',
      404,
      'models/no-such-model is not found for API version v1beta, or is not supported for generateContent.',
    ],
    ['a model of another method', 'gemini-embedding-2', 404, 'is not supported for generateContent'],
    [
      'a model of the Interactions API',
      'gemini-omni-flash-preview',
      400,
      'This model only supports Interactions API.',
    ],
  ])('refuses %s', async (_, model, status, words) => {
    const reply = await ask(await aSimulator(), 'Hi', {}, 'AQ.good', model);
    expect([reply.status, reply.json.error.message]).toEqual([status, expect.stringContaining(words)]);
  });

  it('denies files and caches that it does not hold', async () => {
    const sim = await aSimulator();
    const fileData = { fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/abc' };
    expect(
      (await ask(sim, '', { contents: [{ role: 'user', parts: [{ fileData }] }] })).json.error.message,
    ).toContain('File abc');
    expect((await ask(sim, 'Hi', { cachedContent: 'cachedContents/x' })).status).toBe(403);
  });

  it('streams a JSON array without alt=sse, also for a refusal', async () => {
    const sim = await aSimulator();
    const path = `/v1beta/models/${MODEL}:streamGenerateContent`;
    expect((await post(sim, path, { contents: [user('Hi')] })).json).toHaveLength(5);
    expect((await post(sim, path, { contents: [] })).json[0].error.code).toBe(400);
  });

  it('paces a stream by the model name sim-EVENTSxDELAY', async () => {
    const { text } = await post(
      await aSimulator(),
      '/v1beta/models/sim-300x0:streamGenerateContent?alt=sse',
      { contents: [user('Hi')] },
    );
    expect(text.split('\r\n\r\n').length).toBeGreaterThanOrEqual(300);
  });
});

describe('other routes', () => {
  afterEach(closeSimulators);

  it.each(['/v1beta/nothing', '/', '/v1beta/files/abc'])('%s is not found', async (path) => {
    const reply = await post(await aSimulator(), path, undefined);
    expect([reply.status, reply.type]).toEqual([404, 'text/html; charset=UTF-8']);
  });

  it('an encoded path and doubled slashes lead to the same place', async () => {
    const reply = await post(await aSimulator(), `//v1/models%2F${MODEL}%3AgenerateContent`, {
      contents: [user('Hi')],
    });
    expect(reply.status).toBe(200);
  });

  it('a page of models leads to the next', async () => {
    const sim = await aSimulator({ models: ['gemini-3.8-flash', 'my-model', 'gemini-embedding-2'] });
    const first = (await post(sim, '/v1/models?pageSize=2', undefined)).json;
    const second = (await post(sim, `/v1/models?pageSize=2&pageToken=${first.nextPageToken}`, undefined))
      .json;
    expect([...first.models, ...second.models].map((model: { name: string }) => model.name)).toEqual([
      'models/gemini-3.8-flash',
      'models/my-model',
      'models/gemini-embedding-2',
    ]);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('countTokens takes both forms', async () => {
    const sim = await aSimulator();
    const path = `/v1beta/models/${MODEL}:countTokens`;
    const contents = [user('12345678')];
    const whole = {
      generateContentRequest: {
        model: `models/${MODEL}`,
        contents,
        systemInstruction: { parts: [{ text: '1234' }] },
      },
    };
    expect((await post(sim, path, { contents })).json.totalTokens).toBe(2);
    expect((await post(sim, path, whole)).json.totalTokens).toBe(3);
  });

  it.each([
    [100, 200],
    [101, 400],
  ])('a batch of %i embeddings is answered %i', async (count, status) => {
    const item = {
      model: 'models/gemini-embedding-001',
      content: { parts: [{ text: 'x' }] },
      outputDimensionality: 1,
    };
    const reply = await post(await aSimulator(), '/v1/models/gemini-embedding-001:batchEmbedContents', {
      requests: Array.from({ length: count }, () => item),
    });
    expect(reply.status).toBe(status);
  });

  it.each([
    ['gemini-embedding-2', true],
    ['gemini-embedding-001', false],
  ])('a shortened vector of %s has length one: %s', async (model, isNormal) => {
    const reply = await post(await aSimulator(), `/v1/models/${model}:embedContent`, {
      content: { parts: [{ text: 'x' }] },
      embedContentConfig: { outputDimensionality: 64 },
    });
    expect(Math.abs(Math.hypot(...reply.json.embedding.values) - 1) < 1e-6).toBe(isNormal);
  });
});
