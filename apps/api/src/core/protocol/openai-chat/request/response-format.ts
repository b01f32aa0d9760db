import type { JsonAnswer } from '../../generation/json-answer';
import type { ChatRequest } from './chat-request';

/** The form of the answer; undefined for text. */
export function responseFormat({ response_format: format }: ChatRequest): JsonAnswer | undefined {
  if (format == null || format.type === 'text') return undefined;
  const schema = format.type === 'json_object' ? null : (format.json_schema.schema ?? null);
  return { schema, field: 'response_format' };
}
