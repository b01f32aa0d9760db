/** Upstream's finish reasons (docs/protocol-notes.md, "Finish reasons"); upstream adds names. */

/** A filter stopped the answer. */
const FILTERED = new Set([
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

/** They end a reply without an answer where it has no content. */
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

const ENDS = new Set([...FILTERED, ...FLAKES, 'MAX_TOKENS', 'CONTINUATION']);

export function isFiltered(finishReason: string): boolean {
  return FILTERED.has(finishReason);
}

export function isFlake(finishReason: string): boolean {
  return FLAKES.has(finishReason);
}

/** Whether it is known what the reason means. */
export function isKnownEnd(finishReason: string): boolean {
  return ENDS.has(finishReason);
}
