import { checksSignatures, type SimulatedModel } from '../../models/model';
import { seededId } from '../../seed/seeded-random';
import type { GenerateRequest, Part } from '../generate-request';
import { signatureOf } from '../signatures';
import { inputTokens, inputTokensByModality, tokensByModality, tokensOfParts, tokensOfText } from '../tokens';
import { spokenText } from '../turns';
import type { Answer } from './answer';
import { urlContextOf } from './built-in-tools';
import type { Chunk } from './chunk';
import { groundingOf } from './grounding';

const TOKENS_OF_A_SEARCH = 84;

export interface ChunkContext {
  readonly request: GenerateRequest;
  readonly model: SimulatedModel;
  readonly seed: number;
  /** Counts up with each answer, so that ids differ between equal requests. */
  readonly serial: number;
  /** Events that a text is spread over. */
  readonly events: number;
}

/** The whole answer in one response. */
export function unaryChunk(answer: Answer, context: ChunkContext): Chunk {
  const steps = [thoughtParts(answer, context), mainParts(answer, context, 1).flat()].flat();
  return chunk(steps, steps, answer, context, true);
}

/** The answer as events: thoughts, text in pieces, each call by itself; the finish reason only in the last. */
export function streamChunks(answer: Answer, context: ChunkContext): Chunk[] {
  const thoughts = thoughtParts(answer, context);
  const groups = [...(thoughts.length > 0 ? [thoughts] : []), ...mainParts(answer, context, context.events)];
  const sent: Part[] = [];
  return groups.map((parts, n) => {
    sent.push(...parts);
    return chunk(parts, sent, answer, context, n === groups.length - 1);
  });
}

function thoughtParts(answer: Answer, { request }: ChunkContext): Part[] {
  const isShown =
    request.generationConfig?.thinkingConfig?.includeThoughts === true && answer.thoughts !== '';
  return [...(isShown ? [{ text: answer.thoughts, thought: true }] : []), ...answer.drafts];
}

function mainParts(answer: Answer, context: ChunkContext, events: number): Part[][] {
  if (answer.calls.length > 0) return answer.calls.map((call, n) => [callPart(call, n, context)]);
  const pieces: Part[] = split(answer.text, events).map((text) => ({ text }));
  const groups = [...answer.code, ...pieces, ...answer.media].map((part) => [part]);
  if (!checksSignatures(context.model)) return groups.length > 0 ? groups : [[]];
  const signature = signatureOf(context.seed, answer.text);
  if (events > 1) return [...groups, [{ text: '', thoughtSignature: signature }]];
  return groups.length > 0
    ? groups.map((group, n) => (n === 0 ? [{ ...group[0], thoughtSignature: signature }] : group))
    : [[]];
}

function callPart(call: NonNullable<Part['functionCall']>, n: number, context: ChunkContext): Part {
  const isNew = checksSignatures(context.model);
  const id = isNew ? { id: seededId(8, context.seed, context.serial, n) } : {};
  return {
    functionCall: { ...id, ...call },
    ...(isNew && n === 0 ? { thoughtSignature: signatureOf(context.seed, call) } : {}),
  };
}

function chunk(
  parts: readonly Part[],
  sent: readonly Part[],
  answer: Answer,
  context: ChunkContext,
  isLast: boolean,
): Chunk {
  const candidate = {
    content: { role: 'model', ...(parts.length > 0 ? { parts } : {}) },
    ...(isLast ? { finishReason: answer.finishReason } : {}),
    index: 0,
    ...(isLast && answer.isGrounded
      ? { groundingMetadata: groundingOf(answer.text, spokenText(context.request.contents ?? [])) }
      : {}),
    ...(isLast && answer.pages.length > 0 ? { urlContextMetadata: urlContextOf(answer.pages) } : {}),
  };
  return {
    candidates: [candidate],
    usageMetadata: usage(sent, answer, context, isLast),
    modelVersion: context.model.id,
    responseId: seededId(22, context.seed, 'response', context.serial),
  };
}

// Cumulative; the answer's tokens appear with the first part of the answer, as upstream's late fields do.
function usage(
  sent: readonly Part[],
  answer: Answer,
  { request }: ChunkContext,
  isLast: boolean,
): Record<string, unknown> {
  const promptTokenCount = inputTokens(request);
  const thoughtsTokenCount = tokensOfText(answer.thoughts);
  const main = sent.filter((part) => !part.thought);
  const candidatesTokenCount = tokensOfParts(main);
  const searched = answer.isGrounded && isLast ? TOKENS_OF_A_SEARCH : 0;
  const isLate = main.length > 1 || isLast;
  return {
    promptTokenCount,
    ...(isLate ? { candidatesTokenCount } : {}),
    ...(thoughtsTokenCount > 0 ? { thoughtsTokenCount } : {}),
    totalTokenCount: promptTokenCount + thoughtsTokenCount + (isLate ? candidatesTokenCount : 0) + searched,
    promptTokensDetails: inputTokensByModality(request),
    ...(isLate && answer.media.length > 0 ? { candidatesTokensDetails: tokensByModality(main) } : {}),
    ...(searched > 0 ? { toolUsePromptTokenCount: searched } : {}),
    serviceTier: request.serviceTier ?? 'standard',
  };
}

/** At most `count` pieces of about the same length; no character is divided. A longer stream than the text has characters repeats a dot. */
function split(text: string, count: number): string[] {
  if (text === '') return [];
  const characters = [...text];
  while (characters.length < count) characters.push('.');
  return Array.from({ length: count }, (_, n) =>
    characters
      .slice(Math.floor((n * characters.length) / count), Math.floor(((n + 1) * characters.length) / count))
      .join(''),
  );
}
