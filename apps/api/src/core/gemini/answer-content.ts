/** Finish reasons that end a reply without an answer where it has no content (docs/protocol-notes.md, finish reasons). */
const FLAKES = new Set([
  'FINISH_REASON_UNSPECIFIED',
  'STOP',
  'MALFORMED_FUNCTION_CALL',
  'UNEXPECTED_TOOL_CALL',
  'TOO_MANY_TOOL_CALLS',
  'MALFORMED_RESPONSE',
  'OTHER',
  'IMAGE_OTHER',
  'NO_IMAGE',
]);

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
  /** The finish reason of the first candidate that has one. */
  readonly finishReason: string | undefined;
  /** Why the prompt was blocked. */
  readonly blockReason: string | undefined;
}

/** Looks at parsed JSON of any shape. */
export function answerFactsOf(reply: unknown): AnswerFacts {
  const { candidates, promptFeedback } = asRecord(reply);
  const list = Array.isArray(candidates) ? candidates.map(asRecord) : [];
  return {
    hasContent: list.some(({ content }) => hasContent(content)),
    finishReason: list.map(({ finishReason }) => finishReason).find(isText),
    blockReason: [asRecord(promptFeedback)['blockReason']].find(isText),
  };
}

/** Whether this is an answer, also one that was blocked, cut at a limit or stopped for safety. */
export function isAnswer({ hasContent, finishReason, blockReason }: AnswerFacts): boolean {
  return hasContent || blockReason !== undefined || (finishReason !== undefined && !FLAKES.has(finishReason));
}

function hasContent(content: unknown): boolean {
  const { parts } = asRecord(content);
  return Array.isArray(parts) && parts.some((part) => hasData(asRecord(part)));
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
