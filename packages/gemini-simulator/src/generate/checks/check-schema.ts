import type { SimulatedModel } from '../../models/model';
import type { JsonSchema } from '../generate-request';

/** `proto` is the OpenAPI subset of `parameters` and `responseSchema`, `json` real JSON Schema. */
interface SchemaRules {
  readonly form: 'proto' | 'json';
  readonly model: SimulatedModel;
}

const TYPES = ['STRING', 'NUMBER', 'INTEGER', 'BOOLEAN', 'ARRAY', 'OBJECT', 'NULL'];
const TEXT_FORMATS = ['enum', 'date-time'];
const MAX_DEPTH = 32;

/**
 * What upstream finds wrong with a schema (docs/protocol-notes.md, "Schemas"); undefined where it is in order. Unknown
 * keywords of the proto form are refused before, as unknown names; those of the other are ignored.
 */
export function wrongSchema(
  schema: unknown,
  path: string,
  rules: SchemaRules,
  depth = 0,
): string | undefined {
  if (typeof schema === 'boolean' && rules.form === 'json') return undefined;
  if (!isSchema(schema)) return `Invalid value at '${path}' (Schema), ${JSON.stringify(schema)}`;
  if (depth > MAX_DEPTH) return `* ${path}: schema exceeds the maximum allowed nesting depth.\n`;
  const own = wrongKeywords(schema, path, rules);
  if (own) return own;
  return inner(schema, path)
    .map(([field, place]) => wrongSchema(field, place, rules, depth + 1))
    .find((wrong) => wrong !== undefined);
}

function wrongKeywords(schema: JsonSchema, path: string, rules: SchemaRules): string | undefined {
  if (schema.$ref !== undefined)
    return Object.keys(schema).some((name) => !name.startsWith('$'))
      ? `* ${path}: no other fields may be set beside $ref.\n`
      : undefined;
  return wrongType(schema, path, rules) ?? wrongEnum(schema, path, rules) ?? wrongRequired(schema, path);
}

function wrongType(schema: JsonSchema, path: string, { form, model }: SchemaRules): string | undefined {
  const types = [schema.type ?? []].flat().map((type) => String(type).toUpperCase());
  const unknown = types.find((type) => !TYPES.includes(type));
  if (unknown !== undefined)
    return `Invalid value at '${path}.type' (type.googleapis.com/google.ai.generativelanguage.v1beta.Type), "${unknown}"`;
  if (form === 'proto' && types.length === 0 && !schema.anyOf?.length)
    return `* ${path}.type: must be specified\n`;
  if (types.includes('ARRAY') && schema.items === undefined && schema.prefixItems === undefined)
    return `* ${path}.items: missing field.\n`;
  if (form === 'json') return undefined;
  const isEmpty = types.includes('OBJECT') && Object.keys(schema.properties ?? {}).length === 0;
  if (isEmpty && model.generation < 3) return `* ${path}.properties: should be non-empty for OBJECT type\n`;
  const isText = types.includes('STRING') && schema.format !== undefined;
  return isText && !TEXT_FORMATS.includes(schema.format ?? '')
    ? `* ${path}.format: only 'enum' and 'date-time' are supported for STRING type\n`
    : undefined;
}

function wrongEnum(schema: JsonSchema, path: string, { form }: SchemaRules): string | undefined {
  const choices = listOf(schema.enum);
  const empty = choices.indexOf('');
  if (empty >= 0) return `* ${path}.enum[${empty}]: cannot be empty\n`;
  const isText = String(schema.type).toUpperCase() === 'STRING';
  return form === 'proto' && choices.length > 0 && !isText
    ? `* ${path}.enum: only allowed for STRING type\n`
    : undefined;
}

function wrongRequired(schema: JsonSchema, path: string): string | undefined {
  const stray = listOf(schema.required).findIndex(
    (name) => !Object.hasOwn(schema.properties ?? {}, String(name)),
  );
  return stray < 0 ? undefined : `* ${path}.required[${stray}]: property is not defined\n`;
}

function inner(schema: JsonSchema, path: string): [field: unknown, path: string][] {
  const properties = isSchema(schema.properties) ? Object.entries(schema.properties) : [];
  const definitions = isSchema(schema.$defs) ? Object.entries(schema.$defs) : [];
  return [
    ...properties.map(([name, field]): [unknown, string] => [field, `${path}.properties[${name}]`]),
    ...definitions.map(([name, field]): [unknown, string] => [field, `${path}.$defs[${name}]`]),
    ...(['anyOf', 'oneOf', 'prefixItems'] as const).flatMap((list) =>
      listOf(schema[list]).map((field, n): [unknown, string] => [field, `${path}.${NAMES[list]}[${n}]`]),
    ),
    ...(schema.items === undefined ? [] : [[schema.items, `${path}.items`] satisfies [unknown, string]]),
  ];
}

const NAMES = { anyOf: 'any_of', oneOf: 'one_of', prefixItems: 'prefix_items' };

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
