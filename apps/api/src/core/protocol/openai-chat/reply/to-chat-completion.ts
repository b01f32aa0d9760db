import type { Candidate, GenerateContentResponse } from '../../../gemini/reply/generate-content-response';
import type { AdaptContext, Answer } from '../../protocol-adapter';
import { refusalOf } from '../../reply/refusal';
import { ReplyCalls } from '../../reply/reply-calls';
import type { ChatAsked } from './chat-asked';
import type { ChatChoice, ChatCompletion, MessageDelta, ReplyMessage } from './chat-completion';
import { toChoiceLogprobs } from './choice-logprobs';
import { ChoiceReader } from './choice-reader';
import { toCompletionUsage } from './completion-usage';

/** The completion that is made of the replies to one request. It has at least one choice, whatever upstream sent. */
export function toChatCompletion(
  replies: readonly GenerateContentResponse[],
  asked: ChatAsked,
  context: AdaptContext,
): Answer<ChatCompletion> {
  const id = context.newId('chatcmpl-');
  const calls = new ReplyCalls(asked, context);
  const choices: ChatChoice[] = [];
  replies.forEach((reply, number) => choices.push(...choicesOf(reply, number, calls, asked)));
  const body: ChatCompletion = {
    id,
    object: 'chat.completion',
    created: context.createdAtS,
    model: asked.model,
    choices: choices.sort((one, other) => one.index - other.index),
    usage: toCompletionUsage(replies.map(({ usageMetadata }) => usageMetadata)),
  };
  return { body, signatures: calls.signatures };
}

function choicesOf(
  reply: GenerateContentResponse,
  number: number,
  calls: ReplyCalls,
  asked: ChatAsked,
): ChatChoice[] {
  const candidates = reply.candidates ?? [];
  if (candidates.length === 0) return [emptyChoice(reply, number)];
  return candidates.map((candidate, position) =>
    toChoice(candidate, number + (candidate.index ?? position), new ChoiceReader(calls, asked)),
  );
}

function toChoice(candidate: Candidate, index: number, reader: ChoiceReader): ChatChoice {
  const deltas = [...reader.read(candidate), ...reader.end()];
  return {
    index,
    message: toMessage(deltas),
    logprobs: toChoiceLogprobs(candidate.logprobsResult) ?? null,
    finish_reason: reader.finishReason,
  };
}

/** The prompt was blocked. */
function emptyChoice(reply: GenerateContentResponse, index: number): ChatChoice {
  const refusal = refusalOf(reply) ?? null;
  return {
    index,
    message: { role: 'assistant', content: refusal === null ? '' : null, refusal },
    logprobs: null,
    finish_reason: refusal === null ? 'stop' : 'content_filter',
  };
}

/** The same deltas that a stream would have sent, put together as a client does. */
function toMessage(deltas: readonly MessageDelta[]): ReplyMessage {
  const message: ReplyMessage = { role: 'assistant', content: null, refusal: null };
  for (const delta of deltas) {
    if (delta.content !== undefined) message.content = (message.content ?? '') + delta.content;
    if (delta.reasoning_content !== undefined)
      message.reasoning_content = (message.reasoning_content ?? '') + delta.reasoning_content;
    if (delta.images) (message.images ??= []).push(...delta.images);
    if (delta.function_call) message.function_call = delta.function_call;
    if (delta.annotations) message.annotations = delta.annotations;
    if (delta.extra_content) message.extra_content = delta.extra_content;
    for (const { index: _, ...call } of delta.tool_calls ?? []) (message.tool_calls ??= []).push(call);
  }
  const isCall = message.tool_calls !== undefined || message.function_call !== undefined;
  if (!isCall) message.content ??= '';
  return message;
}
