import type { JsonObject } from '../../../json-object';
import { sortedTools, type SortedTools } from '../tools/declared-tools';
import { itemsOf, type ResponsesRequest } from './responses-request';

/** Items that declare further tools. */
const DECLARING = new Set(['additional_tools', 'tool_search_output']);

/** All tools of a request: its own, and those that its items declare. */
export function toolsOf(request: ResponsesRequest): SortedTools {
  const further = itemsOf(request).flatMap(({ item }) =>
    DECLARING.has(item.type) ? ((item.tools ?? []) as readonly JsonObject[]) : [],
  );
  return sortedTools([...(request.body.tools ?? []), ...further]);
}
