import type { Asked } from '../../protocol-adapter';
import type { CallsAsked } from '../../reply/reply-calls';
import { ClientTools } from '../../tools/client-tools';
import { toolNamesOf } from '../../tools/tool-names';
import { allCalls } from '../request/blocks/assistant-blocks';
import { estimatedTokens } from '../request/estimated-tokens';
import type { MessagesRequest } from '../request/messages-request';
import { stopSequences } from '../request/stop-sequences';
import { threadOf } from '../request/thread';
import { isThinkingOn } from '../request/thinking-wish';
import { declaredTools } from '../request/tools/declared-tools';

/** What of a request for a message its reply depends on. */
export interface MessagesAsked extends Asked, CallsAsked {
  /** Whether the client has switched thinking on, and so has a place for blocks of it. */
  readonly hasThinking: boolean;
  /** Whether only one call is to come. */
  readonly isSerial: boolean;
  /** Texts that end the answer, of which upstream does not know. */
  readonly stopSequences: readonly string[];
  /** About what the prompt costs: told only where upstream has not told it yet. */
  readonly estimatedInputTokens: number;
}

export function toMessagesAsked(request: MessagesRequest): MessagesAsked {
  const { model, stream, messages, tools, tool_choice: choice } = request;
  return {
    model,
    isStream: stream === true,
    thread: threadOf(request),
    hasThinking: isThinkingOn(request),
    isSerial: choice != null && choice.type !== 'none' && choice.disable_parallel_tool_use === true,
    stopSequences: stopSequences(request).here,
    estimatedInputTokens: estimatedTokens(request),
    takenCallIds: allCalls(messages).flatMap(({ id }) => id ?? []),
    ...toolNamesOf(new ClientTools(declaredTools(tools))),
  };
}
