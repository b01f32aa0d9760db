import { AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { OPENAI_PREFIXES } from '../../src/http/routing/openai-prefixes';
import { MODEL, PIXEL, OpenaiRig } from '../support/rigs/openai-rig';

const ask = (input: string) => ({ model: MODEL, input });

let rig: OpenaiRig;

beforeAll(async () => void (rig = await OpenaiRig.start()));
afterAll(() => rig?.close());
beforeEach(() => rig.simulator.forgetRequests());

async function eventsOf(body: object): Promise<ResponseStreamEvent[]> {
  const stream = await rig.client().responses.create({ model: MODEL, input: 'x', ...body, stream: true });
  const events: ResponseStreamEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

describe('a response', () => {
  it.each(OPENAI_PREFIXES)('is given under %s', async (prefix) => {
    const response = await rig.client(prefix).responses.create(ask('Say hello'));
    expect(response).toMatchObject({ object: 'response', status: 'completed', model: MODEL, error: null });
    expect(response.id).toMatch(/^resp_[0-9a-f]{24}$/);
    expect(response.output_text).toContain('Say hello');
  });

  it('tells the whole usage in whole numbers', async () => {
    const { usage } = await rig.client().responses.create(ask('Say hello'));
    expect(usage?.input_tokens).toBeGreaterThan(0);
    expect(usage?.output_tokens_details.reasoning_tokens).toBeGreaterThan(0);
    expect(usage?.total_tokens).toBe((usage?.input_tokens ?? 0) + (usage?.output_tokens ?? 0));
    expect(usage?.input_tokens_details).toEqual({ cached_tokens: 0, cache_write_tokens: 0 });
  });

  it('repeats what was asked, and what holds where nothing was said', async () => {
    const tools = [{ type: 'function', name: 'f', parameters: { type: 'object' }, strict: false }] as never;
    const response = await rig.client().responses.create({
      ...ask('Hi'),
      instructions: 'Be brief',
      metadata: { project: 'x' },
      temperature: 0.5,
      max_output_tokens: 500,
      tools,
    });
    expect(response).toMatchObject({
      instructions: 'Be brief',
      metadata: { project: 'x' },
      temperature: 0.5,
      max_output_tokens: 500,
      tools,
      tool_choice: 'auto',
      parallel_tool_calls: true,
      previous_response_id: null,
      text: { format: { type: 'text' } },
      truncation: 'disabled',
      incomplete_details: null,
    });
    expect(rig.simulator.requests[0]?.json).toMatchObject({
      systemInstruction: { parts: [{ text: 'Be brief' }] },
      generationConfig: { temperature: 0.5, maxOutputTokens: 500 },
    });
    expect(rig.lastSent()).not.toContain('metadata');
  });

  it('sees pictures and documents', async () => {
    const response = await rig.client().responses.create({
      model: MODEL,
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'What is it?' },
            { type: 'input_image', image_url: `data:image/png;base64,${PIXEL}`, detail: 'auto' },
            { type: 'input_file', filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBERi0xLjQK' },
          ],
        },
      ],
    });
    expect(response.output_text).toContain('image/png');
    expect(response.output_text).toContain('application/pdf');
  });

  it('has the shape of a schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    };
    const format = { type: 'json_schema' as const, name: 'person', strict: true, schema };
    const response = await rig.client().responses.parse({ ...ask('Anna is 7'), text: { format } });
    expect(response.output_parsed).toEqual({ name: expect.any(String), age: expect.any(Number) });
  });

  it('is told to be incomplete where it was cut at the limit, with what it has', async () => {
    const response = await rig
      .client()
      .responses.create({ ...ask('Tell a long story'), max_output_tokens: 16 });
    expect(response).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
    });
    expect(response.output.at(-1)).toMatchObject({ type: 'message', status: 'incomplete' });
  });

  it('says that a prompt was blocked', async () => {
    const takeBack = rig.simulator.on().do({ kind: 'blocked-prompt', reason: 'PROHIBITED_CONTENT' });
    try {
      const response = await rig.client().responses.stream(ask('x')).finalResponse();
      expect(response).toMatchObject({
        status: 'incomplete',
        incomplete_details: { reason: 'content_filter' },
        output: [{ content: [{ type: 'refusal', refusal: expect.stringContaining('PROHIBITED_CONTENT') }] }],
      });
    } finally {
      takeBack();
    }
  });

  it('cites what a web search found', async () => {
    const { output } = await rig
      .client()
      .responses.create({ ...ask('News?'), tools: [{ type: 'web_search' }] });
    expect(rig.simulator.requests[0]?.json).toMatchObject({ tools: [{ googleSearch: {} }] });
    const message = output.find((item) => item.type === 'message');
    const [content] = message!.content;
    const text = content?.type === 'output_text' ? content : undefined;
    expect(text?.annotations[0]).toMatchObject({
      type: 'url_citation',
      url: expect.stringContaining('http'),
    });
  });

  it('tells what it would cost', async () => {
    const { input_tokens: short } = await rig.client().responses.inputTokens.count(ask('Hi'));
    const { input_tokens: long } = await rig.client().responses.inputTokens.count(ask('Hi '.repeat(500)));
    expect(long).toBeGreaterThan(short);
  });
});

describe('a stream', () => {
  it('says the same as a whole response, event after event without a gap', async () => {
    const whole = await rig.client().responses.create(ask('Tell a story'));
    const events = await eventsOf(ask('Tell a story'));
    expect(events.map(({ sequence_number: number }) => number)).toEqual(events.map((_, index) => index));
    const types = events.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]);
    expect(types).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    const last = events.at(-1);
    if (last?.type !== 'response.completed') throw new Error('The stream did not complete.');
    expect(last.response.output).toMatchObject([{ content: [{ text: whole.output_text }] }]);
  });

  it('shows summaries of thoughts to who asks for them', async () => {
    const response = await rig
      .client()
      .responses.stream({ ...ask('Tell a story'), reasoning: { effort: 'high', summary: 'auto' } })
      .finalResponse();
    expect(response.output.map(({ type }) => type)).toEqual(['reasoning', 'message']);
    expect(response.output[0]).toMatchObject({ summary: [{ text: expect.stringContaining('Considering') }] });
    expect(rig.simulator.requests[0]?.json).toMatchObject({
      generationConfig: { thinkingConfig: { thinkingLevel: 'HIGH', includeThoughts: true } },
    });
  });

  it('ends upstream when the client leaves', async () => {
    const takeBack = rig.simulator.on().do({ kind: 'stall', afterEvents: 1 });
    try {
      const stream = await rig.client().responses.create({ ...ask('Tell a story'), stream: true });
      const request = await rig.simulator.nextRequest();
      for await (const _ of stream) break;
      stream.controller.abort();
      expect(await request.ended).not.toBe('answered');
    } finally {
      takeBack();
    }
  });

  it('tells of a cut, and does not end as if all were well', async () => {
    const takeBack = rig.simulator
      .on()
      .do({ kind: 'mid-stream-error', afterEvents: 2, fixture: '503-overloaded' });
    try {
      const response = await rig.client().responses.stream(ask('Tell a story')).finalResponse();
      expect(response).toMatchObject({ status: 'failed', error: { code: 'server_is_overloaded' } });
    } finally {
      takeBack();
    }
  });
});

describe('errors', () => {
  it.each<[string, () => Promise<unknown>, new (...args: never[]) => Error, object]>([
    [
      'a token that is not valid',
      () => rig.client('/v1', 'sk-wrong').responses.create(ask('x')),
      AuthenticationError,
      { status: 401, code: 'invalid_api_key' },
    ],
    [
      'a model that upstream does not know',
      () => rig.client().responses.create({ ...ask('x'), model: 'gemini-9', stream: true }),
      NotFoundError,
      { status: 404, code: 'model_not_found' },
    ],
    [
      'a part of an unknown type',
      () =>
        rig
          .client()
          .responses.create({ model: MODEL, input: [{ role: 'user', content: [{ type: 'x' }] }] as never }),
      BadRequestError,
      { status: 400, param: 'input[0].content[0].type', type: 'invalid_request_error' },
    ],
    [
      'work in the background',
      () => rig.client().responses.create({ ...ask('x'), background: true }),
      BadRequestError,
      { param: 'background' },
    ],
    [
      'a conversation',
      () => rig.client().responses.create({ ...ask('x'), conversation: 'conv_1' }),
      BadRequestError,
      { param: 'conversation' },
    ],
  ])('tell of %s', async (_, call, kind, expected) => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ ...expected, requestID: expect.stringMatching(/^req_/) });
  });

  it('send a client that wants a WebSocket to HTTP', async () => {
    const { status } = await rig.fetch('/responses');
    expect(status).toBe(405);
  });
});
