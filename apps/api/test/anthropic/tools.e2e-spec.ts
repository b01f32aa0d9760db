import type Anthropic from '@anthropic-ai/sdk';
import { anthropicAt, ask, MODEL, PIXEL } from '../support/clients/anthropic-client';
import { GatewayRig } from '../support/rigs/gateway-rig';

const KEYS = Array.from({ length: 5 }, (_, n) => `AIzaSyTest-key-number-${n}-000000000000000`);
const PLACEHOLDER = 'skip_thought_signature_validator';

const TOOLS: Anthropic.Tool[] = [
  {
    name: 'weather',
    input_schema: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
      additionalProperties: false,
      $schema: 'http://json-schema.org/draft-07/schema#',
    },
  },
  { name: 'screen shot', input_schema: { type: 'object', properties: {} } },
];

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys(KEYS);
});

afterAll(() => rig?.close());

beforeEach(() => rig.simulator.forgetRequests());
afterEach(() => rig.simulator.clearFaults());

/** How a client leads a conversation. */
interface Habits {
  readonly isStreamed: boolean;
  readonly thinks: boolean;
  /** What the client keeps of an answer for its history. */
  readonly keep?: (content: Anthropic.ContentBlock[]) => Anthropic.ContentBlock[];
  /** Runs before each step. */
  readonly before?: (step: number) => Promise<void>;
}

const SHOT: Anthropic.ToolResultBlockParam['content'] = [
  { type: 'text', text: 'Here it is:' },
  { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PIXEL } },
];

/** Runs a conversation until the model calls no more. @returns the names that were called in each step */
async function converse(prompt: string, habits: Habits): Promise<string[][]> {
  const { isStreamed, thinks, keep = (content) => content, before } = habits;
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: prompt }];
  const steps: string[][] = [];
  for (let step = 0; step < 40; step += 1) {
    await before?.(step);
    const { messages: api } = anthropicAt(rig.gateway.url);
    const body = {
      model: MODEL,
      max_tokens: 1000,
      messages,
      tools: TOOLS,
      ...(thinks && { thinking: { type: 'adaptive' as const } }),
    };
    const { content, stop_reason: reason } = isStreamed
      ? await api.stream(body).finalMessage()
      : await api.create(body);
    const calls = content.filter((block) => block.type === 'tool_use');
    expect(reason).toBe(calls.length > 0 ? 'tool_use' : 'end_turn');
    if (calls.length === 0) return steps;
    steps.push(calls.map(({ name }) => name));
    messages.push({ role: 'assistant', content: keep(content) as Anthropic.ContentBlockParam[] });
    messages.push({
      role: 'user',
      content: calls.map(({ id, name, input }) => ({
        type: 'tool_result' as const,
        tool_use_id: id,
        content: name === 'weather' ? JSON.stringify({ sky: 'blue', ...(input as object) }) : SHOT,
      })),
    });
  }
  throw new Error('The conversation does not end.');
}

const PROMPT =
  'call weather({"city":"Oslo"}) and weather({"city":"Rome"}) and screen_shot then weather({"city":"Rome"}) then screen_shot';
const STEPS = [['weather', 'weather', 'screen shot'], ['weather'], ['screen shot']];
const withoutThinking = (content: Anthropic.ContentBlock[]) =>
  content.filter(({ type }) => type !== 'thinking' && type !== 'redacted_thinking');

/** Upstream took every request, and every signature in them was one that it gave. */
function expectTrueSignatures(): void {
  const answered = rig.simulator.requests.filter(({ status }) => status === 200);
  expect(rig.simulator.requests.filter(({ status }) => status === 400)).toEqual([]);
  expect(JSON.stringify(answered.map(({ json }) => json))).not.toContain(PLACEHOLDER);
  expect(JSON.stringify(answered.at(-1)?.json)).toContain('thoughtSignature');
}

describe('tools', () => {
  it.each<[string, Habits]>([
    ['whole, with thoughts', { isStreamed: false, thinks: true }],
    ['streamed, with thoughts', { isStreamed: true, thinks: true }],
    ['whole, without thinking', { isStreamed: false, thinks: false }],
    ['streamed, without thinking', { isStreamed: true, thinks: false }],
    ['by a client that drops thoughts', { isStreamed: true, thinks: true, keep: withoutThinking }],
  ])('are called in parallel and over several turns, %s', async (_, habits) => {
    expect(await converse(PROMPT, habits)).toEqual(STEPS);
    expectTrueSignatures();
    const last = rig.simulator.requests.at(-1)?.json as {
      contents: { parts: { functionResponse?: { name: string; parts?: object[] } }[] }[];
    };
    const results = last.contents[2]!.parts.map(({ functionResponse }) => functionResponse);
    expect(results.map((result) => result?.name)).toEqual(['weather', 'weather', 'screen_shot']);
    expect(results[2]?.parts).toEqual([{ inlineData: { mimeType: 'image/png', data: PIXEL } }]);
  });

  it.each<[string, Habits]>([
    ['whose client brings the signatures', { isStreamed: true, thinks: true }],
    ['whose client keeps no thoughts', { isStreamed: true, thinks: false }],
  ])('go on after a restart of the gateway in a loop %s', async (_, habits) => {
    const before = async (step: number) => {
      if (step === 2) rig.gateway = await rig.gateway.restart();
    };
    expect(await converse(PROMPT, { ...habits, before })).toEqual(STEPS);
    expectTrueSignatures();
  });

  it('are called one at a time where the client wants it so', async () => {
    const { content } = await anthropicAt(rig.gateway.url)
      .messages.stream({
        ...ask(PROMPT),
        tools: TOOLS,
        tool_choice: { type: 'auto', disable_parallel_tool_use: true },
      })
      .finalMessage();
    expect(content.filter(({ type }) => type === 'tool_use')).toHaveLength(1);
  });

  it('may be forced', async () => {
    const { content } = await anthropicAt(rig.gateway.url).messages.create({
      ...ask('Say hello'),
      tools: TOOLS,
      tool_choice: { type: 'tool', name: 'screen shot' },
    });
    expect(content).toMatchObject([{ type: 'tool_use', name: 'screen shot', input: {} }]);
  });

  it.each<[string, unknown[]]>([
    ['thinking', [{ type: 'thinking', thinking: 'Hm.', signature: 'EqQBCkYIBxgCKkD0pQ3s8mYk1lq2c9dV5w==' }]],
    ['redacted thinking', [{ type: 'redacted_thinking', data: 'EmwKAhgBEgy3va3pzix' }]],
    ['nothing', []],
  ])('go on that Claude has called, with %s of its own', async (_, thoughts) => {
    const messages = [
      { role: 'user', content: 'call weather then weather' },
      {
        role: 'assistant',
        content: [
          ...thoughts,
          { type: 'tool_use', id: 'toolu_01', name: 'weather', input: { city: 'Oslo' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01', content: 'sunny' }] },
    ] as Anthropic.MessageParam[];
    const { stop_reason: reason } = await anthropicAt(rig.gateway.url).messages.create({
      model: MODEL,
      max_tokens: 1000,
      messages,
      tools: TOOLS,
    });
    expect(reason).toBe('tool_use');
    expect(JSON.stringify(rig.simulator.requests[0]?.json)).not.toMatch(/EqQB|EmwK/);
  });

  it('go on with placeholders once upstream refuses a signature', async () => {
    const api = anthropicAt(rig.gateway.url).messages;
    const body = { ...ask('call weather({"city":"Oslo"}) then weather'), tools: TOOLS };
    const { content } = await api.create({ ...body, thinking: { type: 'adaptive' } });
    const altered = content.map((block) =>
      block.type === 'tool_use' ? { ...block, input: { city: 'Bergen' } } : block,
    );
    const call = content.find((block) => block.type === 'tool_use')!;
    const message = await api.create({
      ...body,
      messages: [
        ...body.messages,
        { role: 'assistant', content: altered as Anthropic.ContentBlockParam[] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: 'sunny' }] },
      ],
    });
    expect(message.stop_reason).toBe('tool_use');
    expect(rig.simulator.requests.map(({ status }) => status)).toEqual([200, 400, 200]);
  });

  it('names what of a schema was changed', async () => {
    const { response } = await anthropicAt(rig.gateway.url)
      .messages.create({ ...ask('Hi'), tools: TOOLS })
      .withResponse();
    expect(response.headers.get('x-request-changes')).toContain('weather: $schema removed');
  });
});

describe('an agent', () => {
  const prompt = `call ${Array.from({ length: 30 }, (_, n) => `weather({"city":"${n}"}) and screen_shot`).join(' then ')}`;

  /** Leaves a stream in the middle, as somebody does who presses escape. */
  async function interrupt(): Promise<void> {
    const takeBack = rig.simulator.on().once().do({ kind: 'stall', afterEvents: 1 });
    const stream = anthropicAt(rig.gateway.url).messages.stream({ ...ask('Tell a story') });
    for await (const event of stream) if (event.type === 'content_block_delta') break;
    stream.abort();
    takeBack();
  }

  it.each<[string, Omit<Habits, 'before'>]>([
    ['with thoughts', { isStreamed: true, thinks: true }],
    ['without any', { isStreamed: false, thinks: false }],
  ])(
    'works for thirty steps %s, whatever happens on the way',
    async (_, habits) => {
      const before = async (step: number) => {
        if (step === 7) await interrupt();
        if (step === 12) rig.simulator.on().once().fail('500-internal');
        if (step === 17) rig.gateway = await rig.gateway.restart();
        if (step === 23) rig.simulator.on().once().fail('429-per-minute');
      };
      const steps = await converse(prompt, { ...habits, before });
      expect(steps).toEqual(Array.from({ length: 30 }, () => ['weather', 'screen shot']));
      expectTrueSignatures();
    },
    60_000,
  );
});
