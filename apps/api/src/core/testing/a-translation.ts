import { Cancellation } from '../cancellation';
import { ClientFrames } from '../gateway/client/client-frames';
import type { Generation } from '../gateway/translation/generate';
import { Translator, type TranslatedOrder } from '../gateway/translation/translator';
import type { ReplyForm } from '../gemini/upstream-call';
import { OpenaiChatAdapter } from '../protocol/openai-chat/openai-chat-adapter';
import type { ChatAsked } from '../protocol/openai-chat/reply/chat-asked';
import { aContext } from '../protocol/testing/adapt-context';
import { PLAIN_POLICY } from '../protocol/testing/plain-policy';
import { closedAfterEach } from './closed-after-each';
import { aFrameClient } from './frame-client';
import { aScriptedGateway, refusal, type Reply } from './scripted-gateway';
import { aCall } from './upstream-exchange';

const closing = closedAfterEach();
const adapter = new OpenaiChatAdapter(PLAIN_POLICY);

/** A translator before an upstream that gives the replies of a script. */
export async function aTranslation(
  script: readonly Reply[],
  options: { isStream?: boolean; bodies?: string[] } = {},
) {
  const { isStream = false, bodies = ['{"contents":[]}'] } = options;
  const gateway = await closing(aScriptedGateway({ script }));
  const cancellation = new Cancellation();
  let attempts = 0;
  const origin = { routePath: '/v1/chat/completions', identity: undefined, nextAttempt: () => ++attempts };
  const generationsOf = (texts: readonly string[]): Generation[] =>
    texts.map((text) => ({
      requestId: 'req_1',
      origin,
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
export const textOf = (chunks: Chunk[], index = 0) =>
  chunks
    .flatMap(({ choices }) => choices)
    .filter((choice) => choice.index === index)
    .map(({ delta }) => delta.content ?? '')
    .join('');
export const finishesIn = (chunks: Chunk[]) =>
  chunks.flatMap(({ choices }) => choices.flatMap(({ finish_reason: reason }) => reason ?? []));

export const part = (text: string, finishReason?: string, more: object = {}) => ({
  candidates: [{ content: { parts: [{ text }] }, finishReason, ...more }],
});
export const used = (promptTokenCount: number, candidatesTokenCount: number) => ({
  usageMetadata: { promptTokenCount, candidatesTokenCount },
});
export const unfinished = (text: string, continuationToken: string) =>
  part(text, 'CONTINUATION', { continuationToken });
/** With a part that is none. */
export const odd = { candidates: [{ content: { parts: [null, { text: 'Hi' }] }, finishReason: 'STOP' }] };
/** An answer as the one event of a stream. */
export const whole = `data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'Hi' }] }, finishReason: 'STOP' }] })}\n\n`;
export const malformed = { candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }] };
export const badSignature = refusal(400, 'INVALID_ARGUMENT', 'Corrupted thought signature.');
