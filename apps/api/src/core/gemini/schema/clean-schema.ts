import { isJsonObject, type JsonObject } from '../../json-object';
import { JSON_FORM } from './json-form';
import { PROTO_FORM } from './proto-form';
import { SchemaWalk } from './schema-walk';

/** A schema as upstream takes it. */
export interface CleanedSchema {
  /** Undefined where nothing is left that says anything. */
  readonly schema: JsonObject | undefined;
  /** What was changed, in words that name keywords and never values: `$schema removed`. */
  readonly changes: readonly string[];
}

/**
 * Rewrites a JSON schema to what upstream takes: in the `json` form a subset of JSON Schema, in the `proto` form a subset
 * of OpenAPI. What can be said another way is; properties keep their names, also those that keywords have.
 * Cleaning again changes nothing. Source: docs/protocol-notes.md, "Schemas".
 */
export function cleanSchema(schema: unknown, form: 'json' | 'proto'): CleanedSchema {
  if (!isJsonObject(schema)) return { schema: undefined, changes: [] };
  const walk = new SchemaWalk(schema, form === 'json' ? JSON_FORM : PROTO_FORM);
  const cleaned = walk.cleaned(schema);
  const isEmpty = Object.keys(cleaned).length === 0 || (form === 'proto' && isWithoutProperties(cleaned));
  return { schema: isEmpty ? undefined : cleaned, changes: walk.changes };
}

function isWithoutProperties({ type, properties }: JsonObject): boolean {
  return type === 'object' && properties === undefined;
}
