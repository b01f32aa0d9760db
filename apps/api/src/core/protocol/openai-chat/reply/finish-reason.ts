import type { ChatFinishReason } from './chat-completion';

const BY_FINISH_REASON: Readonly<Record<string, ChatFinishReason>> = {
  MAX_TOKENS: 'length',
  SAFETY: 'content_filter',
  RECITATION: 'content_filter',
  LANGUAGE: 'content_filter',
  BLOCKLIST: 'content_filter',
  PROHIBITED_CONTENT: 'content_filter',
  SPII: 'content_filter',
  IMAGE_SAFETY: 'content_filter',
  IMAGE_PROHIBITED_CONTENT: 'content_filter',
  IMAGE_RECITATION: 'content_filter',
};

/**
 * How a choice ended (docs/protocol-notes.md, "Finish reasons"). What upstream reports as malformed or as any other end has
 * proved useful before it comes here, and counts as a normal end.
 */
export function toChatFinishReason(
  finishReason: string | undefined,
  { hasCalls, isLegacy }: { readonly hasCalls: boolean; readonly isLegacy: boolean },
): ChatFinishReason {
  const cut = finishReason === undefined ? undefined : BY_FINISH_REASON[finishReason];
  if (cut !== undefined) return cut;
  if (!hasCalls) return 'stop';
  return isLegacy ? 'function_call' : 'tool_calls';
}
