import type { GenerationConfig } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import { cleanSchema } from '../../../gemini/schema/clean-schema';
import type { ChatRequest } from './chat-request';

/** The form of the answer; undefined for text. What its schema loses is named in `changes`. */
export function responseFormat(
  { response_format: format }: ChatRequest,
  { schemaForm }: ModelFeatures,
  changes: string[],
): GenerationConfig | undefined {
  if (format == null || format.type === 'text') return undefined;
  const json: GenerationConfig = { responseMimeType: 'application/json' };
  if (format.type === 'json_object' || format.json_schema.schema == null) return json;
  const cleaned = cleanSchema(format.json_schema.schema, schemaForm);
  if (cleaned.changes.length > 0) changes.push(`response_format: ${cleaned.changes.join(', ')}`);
  if (cleaned.schema === undefined) return json;
  return schemaForm === 'json'
    ? { ...json, responseJsonSchema: cleaned.schema }
    : { ...json, responseSchema: cleaned.schema };
}
