import type { Asked } from '../../protocol-adapter';
import { ClientTools } from '../../tools/client-tools';
import { type ToolNames, toolNamesOf } from '../../tools/tool-names';
import type { ChatRequest } from '../request/chat-request';
import { declaredTools } from '../request/declared-tools';
import { signedIds } from '../request/made-calls';

/** What of a chat request its reply depends on. */
export interface ChatAsked extends Asked, ToolNames {
  /** Whether a stream ends with a chunk that tells the usage. */
  readonly includesUsage: boolean;
  /** Whether functions were declared in the superseded form only, and calls go back in it. */
  readonly isLegacy: boolean;
  /** Ids of calls earlier in the conversation: a new call gets another one. */
  readonly takenCallIds: readonly string[];
}

export function toChatAsked(request: ChatRequest): ChatAsked {
  const { model, stream, stream_options: options, tools, functions } = request;
  return {
    model,
    isStream: stream === true,
    includesUsage: options?.include_usage === true,
    isLegacy: (functions?.length ?? 0) > 0 && (tools?.length ?? 0) === 0,
    takenCallIds: signedIds(request.messages).flatMap(({ id }) => id ?? []),
    ...toolNamesOf(new ClientTools(declaredTools(request))),
  };
}
