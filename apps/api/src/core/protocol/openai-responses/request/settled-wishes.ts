import type { ThinkingEffort } from '../../../gemini/request/thinking';
import { isJsonObject } from '../../../json-object';
import type { JsonAnswer } from '../../generation/json-answer';
import type { Thinking } from '../../generation/thinking';
import { itemsOf, type ReasoningWish, type ResponsesRequest, type TextFormat } from './responses-request';

/** Items may change what a request says about reasoning and text; the last one counts. */
function updated(request: ResponsesRequest, field: 'reasoning' | 'text'): Record<string, unknown> {
  const updates = itemsOf(request).flatMap(({ item }) =>
    item.type === 'configuration_update' && isJsonObject(item[field]) ? item[field] : [],
  );
  return Object.assign({}, request.body[field], ...updates) as Record<string, unknown>;
}

/** What a client says about thinking. Summaries are shown to who asks for them. */
export function responsesThinking(request: ResponsesRequest): Thinking {
  const { effort, summary, generate_summary: former } = updated(request, 'reasoning') as ReasoningWish;
  const wanted = summary ?? former ?? 'none';
  return {
    wish: effort == null ? undefined : { effort: effort as ThinkingEffort },
    showsThoughts: wanted !== 'none',
  };
}

/** Undefined for text. */
export function jsonAnswer(request: ResponsesRequest): JsonAnswer | undefined {
  const format = updated(request, 'text').format as TextFormat | null | undefined;
  if (format == null || format.type === 'text') return undefined;
  return { schema: format.type === 'json_object' ? null : (format.schema ?? null), field: 'text.format' };
}
