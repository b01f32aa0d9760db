import type { SingleReply } from '../../reply/single-reply';
import type { MessageEnd } from './message';
import type { MessageBlocks } from './message-blocks';

/** How a message ended (docs/protocol-notes.md, "Replies to Anthropic clients"). */
export function toMessageEnd(
  { ending, refusal }: Pick<SingleReply, 'ending' | 'refusal'>,
  { stopSequence, hasCalls }: Pick<MessageBlocks, 'stopSequence' | 'hasCalls'>,
): MessageEnd {
  if (stopSequence !== undefined) return { stop_reason: 'stop_sequence', stop_sequence: stopSequence };
  switch (ending) {
    case 'limit':
      return { stop_reason: 'max_tokens', stop_sequence: null };
    case 'filter':
      return {
        stop_reason: 'refusal',
        stop_sequence: null,
        stop_details: { type: 'refusal', category: null, explanation: refusal ?? null },
      };
    case 'stop':
      return { stop_reason: hasCalls ? 'tool_use' : 'end_turn', stop_sequence: null };
  }
}
