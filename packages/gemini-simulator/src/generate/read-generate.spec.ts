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
    'a result of another function',
    {
      contents: [
        user('x'),
        { role: 'model', parts: [call('first', PLACEHOLDER)] },
        { role: 'user', parts: [result('second')] },
      ],
    },
    'does not match any function call',
  ],
  [
    'a call by the user',
    { contents: [user('x'), { role: 'user', parts: [call('first', PLACEHOLDER)] }] },
    'function call turn comes immediately after',
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

describe('a request', () => {
  afterEach(closeSimulators);

  it.each(REFUSED)('with %s is refused', async (_, body, words) => {
    const reply = await ask(await aSimulator(), 'Hi', { ...body });
    expect([reply.status, reply.json.error.status]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(reply.json.error.message).toContain(words);
  });

  it.each(['{"contents": [', '', 'contents=1'])('that is not JSON is refused: %j', async (body) => {
    const reply = await post(await aSimulator(), `/v1beta/models/${MODEL}:generateContent`, body, {
      'x-goog-api-key': 'AQ.good',
    });
    expect([reply.status, reply.json.error.message]).toEqual([
      400,
      expect.stringContaining('Invalid JSON payload received.'),
    ]);
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
});
