import { noAnswer, withPiece, type Answer, type Chat, type ProtocolId, type Turn } from './chat';
import { PROTOCOLS } from './protocols';

const PICTURE = { mimeType: 'image/png', data: 'AAAA' };
const ASKED: Turn[] = [{ role: 'user', text: 'What is this?', pictures: [PICTURE] }];

const aChat = (given: Partial<Chat> & { protocol: ProtocolId }): Chat => ({
  model: 'gemini-3.8-flash',
  isStream: false,
  system: '',
  turns: ASKED,
  ...given,
});

const answerOf = (protocol: ProtocolId, said: readonly unknown[]): Answer =>
  said.map((frame) => PROTOCOLS[protocol].read(frame)).reduce(withPiece, noAnswer());

const STREAMS: [ProtocolId, unknown[]][] = [
  [
    'openai-chat',
    [
      { choices: [{ delta: { role: 'assistant', content: '' }, finish_reason: null }], usage: null },
      { choices: [{ delta: { reasoning_content: 'Hm' }, finish_reason: null }], usage: null },
      { choices: [{ delta: { content: 'A t' }, finish_reason: null }], usage: null },
      { choices: [{ delta: { content: 'ree' }, finish_reason: 'stop' }], usage: null },
      {
        choices: [],
        usage: { prompt_tokens: 3, completion_tokens: 2, completion_tokens_details: { reasoning_tokens: 1 } },
      },
    ],
  ],
  [
    'gemini',
    [
      { candidates: [{ content: { parts: [{ text: 'Hm', thought: true }] } }] },
      { candidates: [{ content: { parts: [{ text: 'A t' }] } }], usageMetadata: { promptTokenCount: 3 } },
      {
        candidates: [{ content: { parts: [{ text: 'ree' }] }, finishReason: 'stop' }],
        usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2, thoughtsTokenCount: 1 },
      },
    ],
  ],
  [
    'anthropic-messages',
    [
      { type: 'message_start', message: { content: [], usage: { input_tokens: 1 } } },
      { type: 'ping' },
      { type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'Hm' } },
      { type: 'content_block_delta', delta: { type: 'text_delta', text: 'A t' } },
      { type: 'content_block_delta', delta: { type: 'text_delta', text: 'ree' } },
      { type: 'message_delta', delta: { stop_reason: 'stop' }, usage: { input_tokens: 3, output_tokens: 2 } },
    ],
  ],
  [
    'openai-responses',
    [
      { type: 'response.created', response: { object: 'response', output: [] } },
      { type: 'response.reasoning_summary_text.delta', delta: 'Hm' },
      { type: 'response.output_text.delta', delta: 'A t' },
      { type: 'response.output_text.delta', delta: 'ree' },
      { type: 'response.output_text.done', text: 'A tree' },
      {
        type: 'response.completed',
        response: {
          status: 'stop',
          output: [{ type: 'message', content: [{ type: 'output_text', text: 'A tree' }] }],
          usage: { input_tokens: 3, output_tokens: 2 },
        },
      },
    ],
  ],
];

it.each(STREAMS)('puts a stream of %s together, each word once', (protocol, frames) => {
  expect(answerOf(protocol, frames)).toMatchObject({
    text: 'A tree',
    thoughts: 'Hm',
    pictures: [],
    finish: 'stop',
    usage: { inputTokens: 3, outputTokens: 2 },
  });
});

it.each<[ProtocolId, unknown]>([
  ['openai-chat', { choices: [{ message: { content: 'A tree', reasoning_content: 'Hm' } }] }],
  ['gemini', { candidates: [{ content: { parts: [{ text: 'Hm', thought: true }, { text: 'A tree' }] } }] }],
  [
    'anthropic-messages',
    {
      type: 'message',
      content: [
        { type: 'thinking', thinking: 'Hm' },
        { type: 'text', text: 'A tree' },
      ],
    },
  ],
  [
    'openai-responses',
    {
      object: 'response',
      output: [
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm' }] },
        { type: 'message', content: [{ type: 'output_text', text: 'A tree' }] },
      ],
    },
  ],
])('reads a whole answer of %s', (protocol, body) => {
  expect(answerOf(protocol, [body])).toMatchObject({ text: 'A tree', thoughts: 'Hm' });
});

it.each<[ProtocolId, unknown]>([
  ['openai-chat', { error: { message: 'Cut off.' } }],
  ['gemini', { error: { code: 503, message: 'Cut off.' } }],
  ['anthropic-messages', { type: 'error', error: { type: 'api_error', message: 'Cut off.' } }],
  ['openai-responses', { type: 'response.failed', response: { error: { message: 'Cut off.' } } }],
  ['openai-responses', { type: 'error', message: 'Cut off.' }],
])('finds what a stream of %s says of its failure', (protocol, frame) => {
  expect(answerOf(protocol, [frame]).fault).toBe('Cut off.');
});

it('reads and sends back the pictures of responses', () => {
  const item = { type: 'image_generation_call', output_format: 'jpeg', result: 'BBBB' };
  const whole = answerOf('openai-responses', [{ object: 'response', output: [item] }]);
  const streamed = answerOf('openai-responses', [{ type: 'response.output_item.done', item }]);
  expect(whole.pictures).toEqual([{ mimeType: 'image/jpeg', data: 'BBBB' }]);
  expect(streamed.pictures).toEqual(whole.pictures);
  const turns: Turn[] = [...ASKED, { role: 'model', answer: streamed, isPartial: false }];
  const { body } = PROTOCOLS['openai-responses'].toCall(aChat({ protocol: 'openai-responses', turns }));
  expect((body['input'] as unknown[])[1]).toMatchObject({ type: 'image_generation_call', result: 'BBBB' });
});

it.each([null, 7, 'text', [], {}, { choices: [null], candidates: 'x', content: 3, output: [{}] }])(
  'finds nothing in %j, in any dialect',
  (said) => {
    for (const protocol of Object.values(PROTOCOLS))
      expect(withPiece(noAnswer(), protocol.read(said))).toEqual(noAnswer());
  },
);

it.each(Object.keys(PROTOCOLS) as ProtocolId[])('sends what is set in %s, and the picture', (protocol) => {
  const { body } = PROTOCOLS[protocol].toCall(
    aChat({ protocol, system: 'Be brief.', temperature: 0, maxTokens: 50, effort: 'low', isStream: true }),
  );
  const sent = JSON.stringify(body);
  for (const part of ['Be brief.', 'What is this?', 'AAAA', 'image/png', '"temperature":0', ':50', 'low'])
    expect(sent.toLowerCase()).toContain(part.toLowerCase());
});

it.each(Object.keys(PROTOCOLS) as ProtocolId[])('leaves out of %s what is not set', (protocol) => {
  const { body } = PROTOCOLS[protocol].toCall(aChat({ protocol }));
  expect(JSON.stringify(body)).not.toMatch(/temperature|system|instructions|effort|"stream"|Level|Budget/);
});

describe('Gemini', () => {
  const thinkingOf = (given: Partial<Chat>): unknown =>
    PROTOCOLS.gemini.toCall(aChat({ protocol: 'gemini', ...given })).body['generationConfig'] ?? {};
  const budget = { control: 'budget', min: 0, max: 20_000, isOnByDefault: false } as const;

  it.each<[string, Partial<Chat>, object]>([
    ['a level', { effort: 'high' }, { includeThoughts: true, thinkingLevel: 'HIGH' }],
    [
      'a budget within its range',
      { effort: 'high', thinking: budget },
      { includeThoughts: true, thinkingBudget: 20_000 },
    ],
  ])('asks for thinking by %s', (_, given, thinkingConfig) => {
    expect(thinkingOf(given)).toEqual({ thinkingConfig });
  });

  it.each<[string, Partial<Chat>]>([
    ['does not think', { effort: 'low', thinking: { control: 'none' } }],
    ['does not think by itself', { thinking: budget }],
  ])('asks for no thoughts of a model that %s', (_, given) => {
    expect(thinkingOf(given)).toEqual({});
  });

  it('gets its own parts back as they came, but for texts that were cut', () => {
    const drawn = { inlineData: PICTURE, thoughtSignature: 'sig' };
    const said = answerOf('gemini', [
      { candidates: [{ content: { parts: [{ text: 'Hm', thought: true }, { text: 'Here ' }] } }] },
      { candidates: [{ content: { parts: [{ text: 'it is' }, drawn] } }] },
    ]);
    const turns: Turn[] = [...ASKED, { role: 'model', answer: said, isPartial: false }];
    const { body } = PROTOCOLS.gemini.toCall(aChat({ protocol: 'gemini', turns }));
    expect((body['contents'] as unknown[])[1]).toEqual({
      role: 'model',
      parts: [{ text: 'Here it is' }, drawn],
    });
    const { body: other } = PROTOCOLS['openai-chat'].toCall(aChat({ protocol: 'openai-chat', turns }));
    expect((other['messages'] as unknown[])[1]).toEqual({
      role: 'assistant',
      content: 'Here it is\n\n![](data:image/png;base64,AAAA)',
    });
  });
});
