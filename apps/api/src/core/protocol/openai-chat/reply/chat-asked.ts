import type { Asked } from '../../protocol-adapter';
import type { CallsAsked } from '../../reply/reply-calls';
import { ClientTools } from '../../tools/client-tools';
import { toolNamesOf } from '../../tools/tool-names';
import type { ChatRequest } from '../request/chat-request';
import { callIdsOf } from '../request/conversation/made-calls';
import { threadOf } from '../request/conversation/thread';
import { declaredTools } from '../request/tools/declared-tools';

/** What of a chat request its reply depends on. */
export interface ChatAsked extends Asked, CallsAsked {
  /** Whether a stream ends with a chunk that tells the usage. */
  readonly includesUsage: boolean;
  /** Whether functions were declared in the superseded form only, and calls go back in it. */
  readonly isLegacy: boolean;
  /** Whether an answer may hold several calls. */
  readonly isParallel: boolean;
}

export function toChatAsked(request: ChatRequest): ChatAsked {
  const { model, messages, stream, stream_options: options, tools, functions } = request;
  const declared = declaredTools(request);
  const takenCallIds = callIdsOf(messages);
  return {
    model,
    isStream: stream === true,
    // It names signatures, and only calls have them.
    thread: declared.length > 0 || takenCallIds.length > 0 ? threadOf(request) : '',
    includesUsage: options?.include_usage === true,
    isLegacy: (functions?.length ?? 0) > 0 && (tools?.length ?? 0) === 0,
    isParallel: request.parallel_tool_calls !== false,
    takenCallIds,
    ...toolNamesOf(new ClientTools(declared)),
  };
}
