import { isJsonObject, type JsonObject } from '../../json-object';
import {
  cleanedAlternatives,
  cleanedList,
  cleanedMap,
  COMMON,
  isText,
  kept,
  TYPES,
  typesOfValues,
  withKnownRequired,
  withoutEmptyAlternatives,
} from './keywords';
import type { Keyword, SchemaForm, Walk } from './schema-form';

const FORMATS = new Set(['date-time', 'date', 'time']);

const definitions: Keyword = (value, walk, node) => {
  if (!walk.isRoot || !isJsonObject(value)) return undefined;
  if (node.definitions !== undefined) walk.note('definitions became $defs');
  const all = [node.definitions, node.$defs].filter(isJsonObject).map((map) => cleanedMap(map, walk));
  return { $defs: Object.assign({}, ...all) as JsonObject };
};

/** The subset of JSON Schema that `parametersJsonSchema` and `responseJsonSchema` take. */
export const JSON_FORM: SchemaForm = {
  keepsReferences: true,
  anything: {},
  keywords: {
    ...COMMON,
    $id: kept('$id', isText),
    $anchor: kept('$anchor', isText),
    $defs: definitions,
    definitions,
    type: typeOf,
    nullable: (value) => (typeof value === 'boolean' ? { nullable: value } : undefined),
    format: kept('format', (value) => FORMATS.has(value as string)),
    enum: enumOf,
    const: constOf,
    items: itemsOf,
    prefixItems: (value, walk) =>
      Array.isArray(value) ? { prefixItems: cleanedList(value, walk) } : undefined,
    anyOf: (value, walk) => (Array.isArray(value) ? { anyOf: cleanedAlternatives(value, walk) } : undefined),
    oneOf: (value, walk) => (Array.isArray(value) ? { oneOf: cleanedAlternatives(value, walk) } : undefined),
    additionalProperties: (value, walk) => ({
      additionalProperties: typeof value === 'boolean' ? value : walk.below(value),
    }),
    patternProperties: patternedProperties,
  },
  finish(node, walk) {
    withKnownRequired(node, walk);
    withoutEmptyAlternatives(node, 'anyOf', walk);
    withoutEmptyAlternatives(node, 'oneOf', walk);
    withNullType(node, walk);
    // Parameters have to be an object.
    if (walk.isRoot && node.properties !== undefined) node.type ??= 'object';
    const isList = node.type === 'array' || (Array.isArray(node.type) && node.type.includes('array'));
    if (isList && node.items === undefined && node.prefixItems === undefined) node.items = {};
    return node;
  },
};

function typeOf(value: unknown, walk: Walk): JsonObject | undefined {
  const known = (Array.isArray(value) ? (value as unknown[]) : [value])
    .map((type) => (typeof type === 'string' ? type.toLowerCase() : ''))
    .filter((type) => TYPES.has(type));
  if (Array.isArray(value) && known.length < value.length) walk.note('unknown types removed');
  const types = [...new Set(known)];
  if (types.length === 0) return undefined;
  return { type: Array.isArray(value) && types.length > 1 ? types : types[0] };
}

/** Null and truth values cannot be listed: where the type does not tell of them, it does in the list's place. */
function enumOf(value: unknown, walk: Walk, node: JsonObject): JsonObject | undefined {
  const values = [...new Set(Array.isArray(value) ? (value as unknown[]) : [])];
  const fit = values.filter((entry) =>
    typeof entry === 'string' ? entry !== '' : typeof entry === 'number',
  );
  const isUntyped = node.type === undefined;
  if (fit.length === 0) return isUntyped ? typedAs(typesOfValues(values), walk) : undefined;
  const hasNull = values.includes(null);
  if (fit.length + Number(hasNull) < values.length) walk.note('values of enum removed');
  if (!hasNull || listOf(node.type).includes('null')) return { enum: fit };
  return { enum: fit, nullable: true, ...(isUntyped && { type: oneOrAll(typesOfValues(fit)) }) };
}

function typedAs(types: readonly string[], walk: Walk): JsonObject | undefined {
  const known = types.filter((type) => type !== 'string');
  if (known.length === 0) return undefined;
  walk.note('values of enum became a type');
  return { type: oneOrAll(types) };
}

function oneOrAll(types: readonly string[]): unknown {
  return types.length === 1 ? types[0] : types;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function constOf(value: unknown, walk: Walk, node: JsonObject): JsonObject | undefined {
  if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
    walk.note('const became enum');
    return { enum: [value] };
  }
  const type = value === null ? 'null' : typeof value;
  if (node.type !== undefined || (type !== 'null' && type !== 'boolean')) return undefined;
  walk.note('const became a type');
  return { type };
}

/** A list of schemas is the older form of a tuple. */
function itemsOf(value: unknown, walk: Walk): JsonObject | undefined {
  if (Array.isArray(value)) {
    walk.note('items became prefixItems');
    return { prefixItems: cleanedList(value, walk) };
  }
  return value === false ? undefined : { items: walk.below(value) };
}

/** One pattern for all names is what `additionalProperties` says. */
function patternedProperties(value: unknown, walk: Walk, node: JsonObject): JsonObject | undefined {
  const [schema, ...more] = isJsonObject(value) ? Object.values(value) : [];
  if (schema === undefined || more.length > 0 || isJsonObject(node.additionalProperties)) return undefined;
  walk.note('patternProperties became additionalProperties');
  return { additionalProperties: walk.below(schema) };
}

/** `nullable` is the word of the other form. */
function withNullType(node: Record<string, unknown>, walk: Walk): void {
  if (node.nullable === undefined) return;
  const isNullable = node.nullable === true;
  walk.note('null became a type');
  delete node.nullable;
  if (!isNullable || node.type === 'null') return;
  const types = (Array.isArray(node.type) ? node.type : [node.type]).filter(
    (type) => type !== undefined,
  ) as string[];
  if (types.length > 0) node.type = [...new Set([...types, 'null'])];
  else if (Array.isArray(node.anyOf)) node.anyOf = [...(node.anyOf as unknown[]), { type: 'null' }];
}
