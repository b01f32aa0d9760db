import type { AnswerFacts } from '../../gemini/reply/answer-content';
import { answerFactsOf, isAnswer } from '../../gemini/reply/answer-content';
import type { UsageMetadata } from '../../gemini/reply/usage';
import type { UpstreamCall } from '../../gemini/upstream-call';
import type { Outcome } from '../../outcome';
import { isErrorEnvelope, parseUpstreamError, toUpstreamError } from '../errors/upstream-error';
import type { ReplyHeaders } from '../reply-receiver';
import { isUsage } from '../scanning/usage-bytes';
import { classifyError } from './classify-error';

/** What a complete reply proves, and what it cost. */
export interface ReadReply {
  readonly outcome: Outcome;
  readonly usage?: UsageMetadata;
  /** The reply, where it is JSON and no error. */
  readonly json?: unknown;
}

const OK: Outcome = { kind: 'ok' };

/**
 * Reads a complete reply, by the classification table in docs/protocol-notes.md.
 * Structured facts decide before wording. Never throws, whatever the bytes are.
 */
export function readReply(
  status: number,
  headers: ReplyHeaders,
  body: Buffer,
  call: Pick<UpstreamCall, 'expects'>,
): ReadReply {
  const isAnswerCall = call.expects === 'answer';
  if (status >= 400 || (status >= 300 && isAnswerCall)) {
    return { outcome: classifyError(parseUpstreamError(status, body), { headers, isAnswerCall }) };
  }
  if (call.expects === 'anything' || status >= 300) return { outcome: OK };
  const reply = parseJson(body);
  if (isErrorEnvelope(reply)) {
    return { outcome: classifyError(toUpstreamError(status, reply), { headers, isAnswerCall }) };
  }
  if (reply === undefined && status !== 204) {
    return { outcome: emptyReply(status, 'Upstream answered with something that is not JSON.') };
  }
  return { outcome: isAnswerCall ? classifyAnswer(status, reply) : OK, usage: usageOf(reply), json: reply };
}

/** In an answer that came in pieces the last usage is the total. */
function usageOf(reply: unknown): UsageMetadata | undefined {
  const pieces: unknown[] = Array.isArray(reply) ? reply : [reply];
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const { usageMetadata } = (pieces[at] ?? {}) as { usageMetadata?: unknown };
    if (isUsage(usageMetadata)) return usageMetadata;
  }
  return undefined;
}

/** A streamed JSON array that was collected is one answer in pieces. */
function classifyAnswer(status: number, reply: unknown): Outcome {
  const pieces = (Array.isArray(reply) ? reply : [reply]).map(answerFactsOf);
  return pieces.some(isAnswer)
    ? OK
    : emptyReply(status, `Upstream answered without content${reasonOf(pieces)}.`);
}

function reasonOf(pieces: readonly AnswerFacts[]): string {
  const finishReason = pieces.find((piece) => piece.finishReason !== undefined)?.finishReason;
  return finishReason === undefined ? '' : ` (finish reason ${finishReason})`;
}

function emptyReply(status: number, message: string): Outcome {
  return { kind: 'empty_reply', error: { status, message, details: [] } };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
