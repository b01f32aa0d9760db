/** How an answer ended: as the model wished, at the token limit, or stopped by a filter. */
export type ReplyEnd = 'stop' | 'limit' | 'filter';

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

/**
 * What upstream's finish reason comes to (docs/protocol-notes.md, "Finish reasons"). What it reports as malformed or as any
 * other end has proved useful before it comes here, and counts as a normal end.
 */
export function toReplyEnd(finishReason: string | undefined): ReplyEnd {
  if (finishReason === 'MAX_TOKENS') return 'limit';
  return finishReason !== undefined && FILTERED.has(finishReason) ? 'filter' : 'stop';
}
