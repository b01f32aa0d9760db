import type { ModelFeatures } from '../../gemini/models/model-features';
import type { GenerationConfig } from '../../gemini/request/generate-content-request';
import { cleanSchema } from '../../gemini/schema/clean-schema';
import type { JsonObject } from '../../json-object';

/** That the answer has to be JSON, and of which schema. */
export interface JsonAnswer {
  /** Null for any JSON. */
  readonly schema: JsonObject | null;
  /** The client's name for this wish, in words about what its schema loses. */
  readonly field: string;
}

/** An answer in JSON, as upstream is asked for it; undefined for text. What the schema loses is named in `changes`. */
export function jsonAnswerConfig(
  wanted: JsonAnswer | undefined,
  { schemaForm }: ModelFeatures,
  changes: string[],
): GenerationConfig | undefined {
  if (wanted === undefined) return undefined;
  const json: GenerationConfig = { responseMimeType: 'application/json' };
  if (wanted.schema === null) return json;
  const cleaned = cleanSchema(wanted.schema, schemaForm);
  if (cleaned.changes.length > 0) changes.push(`${wanted.field}: ${cleaned.changes.join(', ')}`);
  if (cleaned.schema === undefined) return json;
  return schemaForm === 'json'
    ? { ...json, responseJsonSchema: cleaned.schema }
    : { ...json, responseSchema: cleaned.schema };
}
