import type { JsonObject } from '../../../json-object';
import type { Asked } from '../../protocol-adapter';
import type { CallsAsked } from '../../reply/reply-calls';
import { toolNamesOf } from '../../tools/tool-names';
import { threadOf } from '../request/conversation/thread';
import { wantsSealedReasoning } from '../request/includes';
import { isReference, itemsOf, type ResponsesRequest } from '../request/responses-request';
import { toolsOf } from '../request/tools-of';
import type { KnownTool } from '../tools/call-form';
import { CALL_KINDS } from '../tools/call-forms';
import { clientTools, knownTools } from '../tools/declared-tools';
import { echoOf } from './echo';

/** What of a request for a response its reply depends on. */
export interface ResponsesAsked extends Asked, CallsAsked {
  /** The fields of the request that the response repeats. */
  readonly echo: JsonObject;
  /** How the client knows its tools, by the name they were declared with. */
  readonly knownTools: Readonly<Record<string, KnownTool>>;
  /** Whether reasoning is given with `encrypted_content`. */
  readonly sealsReasoning: boolean;
  /** Whether several calls may be made at once. */
  readonly isParallel: boolean;
  /** Whether the response is to be kept. */
  readonly isKept: boolean;
  readonly previousResponseId: string | undefined;
  /** Ids of items of earlier responses that the request refers to. */
  readonly references: readonly string[];
}

export function toResponsesAsked(request: ResponsesRequest): ResponsesAsked {
  const { body, said } = request;
  const tools = toolsOf(request);
  return {
    model: body.model,
    isStream: body.stream === true,
    thread: threadOf(request),
    echo: echoOf(body),
    knownTools: knownTools(tools),
    ...toolNamesOf(clientTools(tools)),
    takenCallIds: itemsOf(request).flatMap(({ item }) =>
      CALL_KINDS.has(item.type) && typeof item.call_id === 'string' ? [item.call_id] : [],
    ),
    sealsReasoning: wantsSealedReasoning(body),
    isParallel: body.parallel_tool_calls !== false,
    isKept: body.store !== false,
    previousResponseId: body.previous_response_id || undefined,
    references: said.filter(isReference).map(({ id }) => id),
  };
}
