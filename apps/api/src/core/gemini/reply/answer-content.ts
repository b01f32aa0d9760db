import { isFlake, isKnownEnd } from './finish-reason';

/** Fields beside a part's data: alone they say nothing. */
const SIDE_FIELDS = new Set([
  'text',
  'thought',
  'thoughtSignature',
  'videoMetadata',
  'mediaResolution',
  'mediaProcessing',
  'speechMetadata',
  'partMetadata',
]);

/** What one GenerateContentResponse, or one chunk of it, holds. */
export interface AnswerFacts {
  /** A part with something in it: text that is not empty, or any other data field. */
  readonly hasContent: boolean;
  /** The same, of parts that are no thoughts. */
  readonly hasOutput: boolean;
  /** The finish reason of the first candidate that has one. */
  readonly finishReason: string | undefined;
  /** Why the prompt was blocked. */
  readonly blockReason: string | undefined;
}

/** Looks at parsed JSON of any shape. */
export function answerFactsOf(reply: unknown): AnswerFacts {
  const { candidates, promptFeedback } = asRecord(reply);
  const { blockReason } = asRecord(promptFeedback);
  let hasContent = false;
  let hasOutput = false;
  let finishReason: string | undefined;
  for (const candidate of recordsOf(candidates)) {
    if (finishReason === undefined && isText(candidate['finishReason']))
      finishReason = candidate['finishReason'];
    for (const part of recordsOf(asRecord(candidate['content'])['parts'])) {
      if (!hasData(part)) continue;
      hasContent = true;
      hasOutput ||= part['thought'] !== true;
    }
  }
  return { hasContent, hasOutput, finishReason, blockReason: isText(blockReason) ? blockReason : undefined };
}

/** The token by which a reply that upstream has broken off is gone on with; undefined for one that is complete. */
export function continuationOf(reply: unknown): string | undefined {
  const { candidates } = asRecord(reply);
  if (!Array.isArray(candidates)) return undefined;
  const { finishReason, continuationToken } = asRecord(candidates[0]);
  return finishReason === 'CONTINUATION' && isText(continuationToken) ? continuationToken : undefined;
}

/** Whether this is an answer, also one that was blocked, cut at a limit or stopped for safety. Thoughts before a malformed call are none. */
export function isAnswer({ hasContent, hasOutput, finishReason, blockReason }: AnswerFacts): boolean {
  if (hasOutput || blockReason !== undefined) return true;
  if (finishReason === undefined || finishReason === 'STOP') return hasContent;
  return !isFlake(finishReason);
}

/** Whether somebody who is told the answer in another dialect has something of it: an end that nobody knows is none. */
export function isTellable(facts: AnswerFacts): boolean {
  const { hasOutput, blockReason, finishReason } = facts;
  const isUnknown = finishReason !== undefined && !isKnownEnd(finishReason);
  return isAnswer(facts) && (!isUnknown || hasOutput || blockReason !== undefined);
}

function recordsOf(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.map(asRecord) : [];
}

function hasData(part: Record<string, unknown>): boolean {
  if (isText(part['text'])) return true;
  for (const field in part) if (!SIDE_FIELDS.has(field) && part[field] != null) return true;
  return false;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
