import { isFiltered } from '../../gemini/reply/finish-reason';

/** How an answer ended: as the model wished, at the token limit, or stopped by a filter. */
export type ReplyEnd = 'stop' | 'limit' | 'filter';

/**
 * What upstream's finish reason comes to (docs/protocol-notes.md, "Finish reasons"). What it reports as malformed or as any
 * other end has proved useful before it comes here, and counts as a normal end.
 */
export function toReplyEnd(finishReason: string | undefined): ReplyEnd {
  if (finishReason === 'MAX_TOKENS') return 'limit';
  return finishReason !== undefined && isFiltered(finishReason) ? 'filter' : 'stop';
}
