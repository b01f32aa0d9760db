import { Cancellation } from '../cancellation';
import type { ReplyForm } from '../gemini/upstream-call';
import { OpenaiChatAdapter } from '../protocol/openai-chat/openai-chat-adapter';
import type { ChatAsked } from '../protocol/openai-chat/reply/chat-asked';
import { aContext } from '../protocol/testing/adapt-context';
import { closedAfterEach } from '../testing/closed-after-each';
import { aFrameClient } from '../testing/frame-client';
import { aScriptedGateway, json, refusal, type Reply, reset, sse, text } from '../testing/scripted-gateway';
import { aCall } from '../testing/upstream-exchange';
import { ClientFrames } from './client-frames';
import type { Generation } from './generate';
import { Translator, type TranslatedOrder } from './translator';

const closing = closedAfterEach();
const adapter = new OpenaiChatAdapter({ showsThoughts: true, thinkingBudgets: {}, safetySettings: [] });

const part = (text: string, finishReason?: string, more: object = {}) => ({
  candidates: [{ content: { parts: [{ text }] }, finishReason, ...more }],
});
const used = (promptTokenCount: number, candidatesTokenCount: number) => ({
  usageMetadata: { promptTokenCount, candidatesTokenCount },
});
const unfinished = (text: string, continuationToken: string) =>
  part(text, 'CONTINUATION', { continuationToken });
const odd = { candidates: [{ content: { parts: [null, { text: 'Hi' }] }, finishReason: 'STOP' }] };
const whole = `data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'Hi' }] }, finishReason: 'STOP' }] })}\n\n`;
const malformed = { candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }] };
const badSignature = refusal(400, 'INVALID_ARGUMENT', 'Corrupted thought signature.');

/** A translator before an upstream that gives the replies of a script. */
async function aTranslation(
  script: readonly Reply[],
  options: { isStream?: boolean; bodies?: string[] } = {},
) {
  const { isStream = false, bodies = ['{"contents":[]}'] } = options;
  const gateway = await closing(aScriptedGateway({ script }));
  const cancellation = new Cancellation();
  const generationsOf = (texts: readonly string[]): Generation[] =>
    texts.map((text) => ({
      requestId: 'req_1',
      startedAtMs: gateway.clock.nowMs(),
      pool: gateway.pool,
      model: 'pro',
      isModelListed: true,
      cancellation,
      call: {
        ...aCall({ scope: 'pro' }),
        replyForm: (isStream ? 'sse' : 'unary') satisfies ReplyForm,
        body: Buffer.from(text),
      },
    }));
  const order: TranslatedOrder<ChatAsked, unknown> = {
    adapter,
    asked: adapter.asked(
      adapter.parse({
        model: 'gemini-test',
        messages: [{ role: 'user', content: 'Hi' }],
        stream: isStream,
        stream_options: { include_usage: true },
      }),
    ),
    context: aContext(),
    generations: generationsOf(bodies),
    repair: async () => generationsOf(['{"contents":"mended"}']),
  };
  const client = aFrameClient();
  const frames = new ClientFrames(client, {}, gateway.clock, () => undefined);
  const translator = new Translator(gateway.dispatcher, gateway.clock, () => ({ keepAliveMs: 0 }));
  const collect = async () => {
    const result = await translator.collect(order);
    return { ...result, choices: (result.answer?.body as { choices?: object[] } | undefined)?.choices };
  };
  const stream = async () => ({
    ...(await translator.stream(order, frames)),
    client,
    chunks: chunksIn(client.text),
  });
  return { ...gateway, cancellation, order, collect, stream };
}

interface Chunk {
  choices: { index: number; delta: { content?: string }; finish_reason: string | null }[];
  usage?: object;
}

const chunksIn = (text: string) =>
  text
    .split('\n\n')
    .filter((frame) => frame.startsWith('data: {"id"'))
    .map((frame) => JSON.parse(frame.slice(6)) as Chunk);
const textOf = (chunks: Chunk[], index = 0) =>
  chunks
    .flatMap(({ choices }) => choices)
    .filter((choice) => choice.index === index)
    .map(({ delta }) => delta.content ?? '')
    .join('');
const finishesIn = (chunks: Chunk[]) =>
  chunks.flatMap(({ choices }) => choices.flatMap(({ finish_reason: reason }) => reason ?? []));

describe('a long answer that upstream gives in pieces', () => {
  const pieces = [
    { ...unfinished('One ', 't1'), ...used(5, 1) },
    { ...unfinished('two ', 't"2'), ...used(5, 2) },
    { ...part('three.', 'STOP'), ...used(5, 3) },
  ];

  it('is collected as one, from the same key, with its whole usage', async () => {
    const translation = await aTranslation(pieces.map((piece) => json(200, piece)));
    const { choices, attempts, usage, answer } = await translation.collect();
    expect(choices).toEqual([
      expect.objectContaining({
        message: expect.objectContaining({ content: 'One two three.' }),
        finish_reason: 'stop',
      }),
    ]);
    expect(answer?.body).toMatchObject({ usage: { prompt_tokens: 15, completion_tokens: 6 } });
    expect([attempts, usage?.inputTokens, usage?.outputTokens]).toEqual([3, 15, 6]);
    expect(translation.keysUsed).toEqual(['1', '1', '1']);
    expect(translation.bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
      { contents: [] },
      { continuationToken: 't1', contents: [] },
      { continuationToken: 't"2', contents: [] },
    ]);
    expect(translation.settled.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  it('is streamed as one, with one finish', async () => {
    const translation = await aTranslation(
      pieces.map((piece) => sse(piece)),
      { isStream: true },
    );
    const { chunks } = await translation.stream();
    expect(textOf(chunks)).toBe('One two three.');
    expect(finishesIn(chunks)).toEqual(['stop']);
    expect(chunks.at(-1)?.usage).toMatchObject({ prompt_tokens: 15, completion_tokens: 6 });
    expect(translation.keysUsed).toEqual(['1', '1', '1']);
  });

  it('ends at some time, as at a limit', async () => {
    const endless = Array.from({ length: 20 }, () => sse(unfinished('x', 't')));
    const translation = await aTranslation(endless, { isStream: true });
    const { chunks } = await translation.stream();
    expect([textOf(chunks), finishesIn(chunks)]).toEqual(['x'.repeat(16), ['length']]);
  });

  it('is never cut without a word', async () => {
    const refused = refusal(429, 'RESOURCE_EXHAUSTED');
    const translation = await aTranslation([sse(unfinished('One ', 't1')), refused, refused, refused], {
      isStream: true,
    });
    const { client, fault } = await translation.stream();
    expect(fault?.status).toBe(429);
    expect(client.text).toContain('data: {"error":');
    expect(client.text).not.toContain('[DONE]');
    expect(new Set(translation.keysUsed)).toEqual(new Set(['1']));
  });
});

describe('an answer without content', () => {
  it.each([
    ['nothing but a finish reason', malformed],
    [
      'thoughts before a malformed call',
      {
        candidates: [
          { content: { parts: [{ text: 'Hm', thought: true }] }, finishReason: 'MALFORMED_FUNCTION_CALL' },
        ],
      },
    ],
    ['no candidate', {}],
    ['a stop without a word', { candidates: [{ finishReason: 'STOP' }] }],
  ])('is asked for once more: %s', async (_, empty) => {
    const translation = await aTranslation([json(200, empty), json(200, part('Hello', 'STOP'))]);
    const { choices } = await translation.collect();
    expect(choices).toMatchObject([{ message: { content: 'Hello' } }]);
    expect(translation.bodies).toHaveLength(2);
  });

  it.each([
    ['a body of another form', false, json(200, odd)],
    ['a body that is no JSON', false, text('text/html', '<html>')],
    ['an event of another form', true, sse(odd)],
    ['an event that is no JSON', true, text('text/event-stream', `data: {"cand\n\n${whole}`)],
  ] as const)('is asked for once more, and then an error: %s', async (_, isStream, broken) => {
    const good = part('Hello', 'STOP');
    const spared = await aTranslation([broken, isStream ? sse(good) : json(200, good)], { isStream });
    if (isStream) expect(textOf((await spared.stream()).chunks)).toBe('Hello');
    else expect((await spared.collect()).choices).toMatchObject([{ message: { content: 'Hello' } }]);
    expect(spared.keysUsed).toEqual(['1', '2']);
    const given = await aTranslation([broken, broken], { isStream });
    const result = isStream ? await given.stream() : await given.collect();
    expect([result.fault?.status, given.keysUsed]).toEqual([502, ['1', '2']]);
  });

  it('is an error the second time', async () => {
    const translation = await aTranslation([json(200, malformed), json(200, malformed)]);
    const { fault, answer } = await translation.collect();
    expect([fault?.status, fault?.code, answer]).toEqual([502, 'upstream_failed', undefined]);
    expect(fault?.message).toContain('MALFORMED_FUNCTION_CALL');
    expect(translation.bodies).toHaveLength(2);
  });

  it.each([false, true])(
    'is an error where it ends in a way nobody knows (streamed: %s)',
    async (isStream) => {
      const unknown = { candidates: [{ content: { parts: [] }, finishReason: 'NEW_REASON' }] };
      const translation = await aTranslation([isStream ? sse(unknown) : json(200, unknown)], { isStream });
      const { fault } = isStream ? await translation.stream() : await translation.collect();
      expect([fault?.status, fault?.message]).toEqual([502, expect.stringContaining('NEW_REASON')]);
    },
  );

  it('is asked for once more, and then an error, also where it is streamed', async () => {
    const spared = await aTranslation([sse(malformed), sse(part('Hello', 'STOP'))], { isStream: true });
    expect(textOf((await spared.stream()).chunks)).toBe('Hello');
    const given = await aTranslation([sse(malformed), sse(malformed)], { isStream: true });
    const { fault, client } = await given.stream();
    expect([fault?.status, client.head]).toEqual([502, undefined]);
  });

  it('is told in the stream where thoughts have been sent', async () => {
    const thought = { candidates: [{ content: { parts: [{ text: 'Hm', thought: true }] } }] };
    const translation = await aTranslation([sse(thought, malformed)], { isStream: true });
    const { client, fault } = await translation.stream();
    expect(fault?.status).toBe(502);
    expect(client.text).toContain('"reasoning_content":"Hm"');
    expect(client.text).toContain('data: {"error":');
    expect(client.text).not.toContain('[DONE]');
  });

  it('is the answer where the prompt was blocked or the limit reached', async () => {
    const blocked = await aTranslation([json(200, { promptFeedback: { blockReason: 'SAFETY' } })]);
    expect((await blocked.collect()).choices).toMatchObject([{ finish_reason: 'content_filter' }]);
    const limited = await aTranslation([json(200, { candidates: [{ finishReason: 'MAX_TOKENS' }] })]);
    expect((await limited.collect()).choices).toMatchObject([{ finish_reason: 'length' }]);
  });
});

describe('a refused signature', () => {
  it.each([false, true])('is mended once, unseen by the client (streamed: %s)', async (isStream) => {
    const good = isStream ? sse(part('Hello', 'STOP')) : json(200, part('Hello', 'STOP'));
    const translation = await aTranslation([badSignature, good], { isStream });
    const result = isStream ? await translation.stream() : await translation.collect();
    expect([result.fault, result.attempts]).toEqual([undefined, 2]);
    expect(translation.bodies).toEqual(['{"contents":[]}', '{"contents":"mended"}']);
    expect(translation.settled.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('is told the second time', async () => {
    const translation = await aTranslation([badSignature, badSignature]);
    expect((await translation.collect()).fault?.status).toBe(400);
    expect(translation.bodies).toHaveLength(2);
  });

  it('is told at once where nothing can be mended', async () => {
    const translation = await aTranslation([badSignature]);
    Object.assign(translation.order, { repair: async () => undefined });
    expect((await translation.collect()).fault?.code).toBe('signature_rejected');
  });
});

describe('several answers', () => {
  const bodies = ['{"n":1}', '{"n":2}', '{"n":3}'];
  /** Answers by what was asked, not by when. */
  const eachItsOwn = (form: typeof sse): Reply[] =>
    bodies.map(() => (response, request) => form({ ...part('x', 'STOP'), ...used(4, 2) })(response, request));

  it('are collected in their order, and the prompt counts once for the client', async () => {
    const translation = await aTranslation(
      eachItsOwn((chunk) => json(200, chunk)),
      { bodies },
    );
    const { answer, usage } = await translation.collect();
    expect(answer?.body).toMatchObject({
      choices: [{ index: 0 }, { index: 1 }, { index: 2 }],
      usage: { prompt_tokens: 4, completion_tokens: 6, total_tokens: 10 },
    });
    expect([usage?.inputTokens, usage?.outputTokens]).toEqual([12, 6]);
  });

  it('are streamed side by side, each with its index and one finish', async () => {
    const translation = await aTranslation(eachItsOwn(sse), { bodies, isStream: true });
    const { chunks, client } = await translation.stream();
    expect([0, 1, 2].map((index) => textOf(chunks, index))).toEqual(['x', 'x', 'x']);
    expect(finishesIn(chunks)).toEqual(['stop', 'stop', 'stop']);
    expect(client.text.match(/\[DONE\]/g)).toHaveLength(1);
  });

  it('fail together, and no call is left behind', async () => {
    const silent: Reply = () => undefined;
    const translation = await aTranslation([silent, silent, refusal(400, 'INVALID_ARGUMENT', 'No.')], {
      bodies,
    });
    const { fault, answer } = await translation.collect();
    expect([fault?.status, answer, translation.pool.inFlight]).toEqual([400, undefined, 0]);
  });
});

describe('a stream', () => {
  it('is an honest status until something of it was sent', async () => {
    const translation = await aTranslation([refusal(400, 'INVALID_ARGUMENT', 'No.')], { isStream: true });
    const { client, fault } = await translation.stream();
    expect([fault?.status, client.head, client.isEnded]).toEqual([400, undefined, false]);
  });

  it.each<[string, Reply]>([
    ['a cut', sse(part('Hel'))],
    [
      'a lost connection',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`data: ${JSON.stringify(part('Hel'))}\r\n\r\n`, () => response.destroy());
      },
    ],
    ['an error', sse(part('Hel'), { error: { code: 503, status: 'UNAVAILABLE', message: 'Busy.' } })],
    [
      'an event that is no JSON',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(
          `data: ${JSON.stringify(part('Hel'))}\n\ndata: {oops\n\ndata: ${JSON.stringify(part('', 'STOP'))}\n\n`,
        );
      },
    ],
  ])('tells of %s', async (_, reply) => {
    const { stream } = await aTranslation([reply], { isStream: true });
    const { client, fault, chunks } = await stream();
    expect(fault?.status).toBeGreaterThanOrEqual(500);
    expect(textOf(chunks)).toBe('Hel');
    expect(finishesIn(chunks)).toEqual([]);
    expect(client.text).toContain('data: {"error":');
    expect([client.text.includes('[DONE]'), client.isEnded]).toEqual([false, true]);
  });

  it('spares the client what went wrong before its first content', async () => {
    const { stream, keysUsed } = await aTranslation([reset, sse(part('Hello', 'STOP'))], { isStream: true });
    expect(textOf((await stream()).chunks)).toBe('Hello');
    expect(keysUsed).toEqual(['1', '2']);
  });

  it('may come as one body', async () => {
    const { stream } = await aTranslation([json(200, [part('Hel'), part('lo', 'STOP')])], { isStream: true });
    expect(textOf((await stream()).chunks)).toBe('Hello');
  });

  it('stops when the client leaves, and writes nothing more', async () => {
    const translation = await aTranslation([], { isStream: true });
    translation.cancellation.cancel();
    const { client, fault } = await translation.stream();
    expect([fault, client.head, translation.pool.inFlight]).toEqual([undefined, undefined, 0]);
  });
});
