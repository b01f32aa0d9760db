import type { CandidateReader } from '../../reply/candidate-reader';
import type { ChatAsked } from './chat-asked';
import type { ChatFinishReason } from './chat-completion';

/** How a choice ended (docs/protocol-notes.md, "Finish reasons"). */
export function toChatFinishReason(
  { ending, hasCalls }: Pick<CandidateReader, 'ending' | 'hasCalls'>,
  { isLegacy }: Pick<ChatAsked, 'isLegacy'>,
): ChatFinishReason {
  if (ending === 'limit') return 'length';
  if (ending === 'filter') return 'content_filter';
  if (!hasCalls) return 'stop';
  return isLegacy ? 'function_call' : 'tool_calls';
}
