import { isJsonObject, type JsonObject } from '../../json-object';
import {
  cleanedList,
  COMMON,
  isTrue,
  kept,
  TYPES,
  typesOfValues,
  withKnownRequired,
  withoutEmptyAlternatives,
} from './keywords';
import type { Keyword, SchemaForm, Walk } from './schema-form';

const FORMATS = new Set(['enum', 'date-time', 'int32', 'int64', 'float', 'double']);

/** Upstream has no word for any value. */
const ANYTHING = { type: 'string' };

/** The subset of OpenAPI that `parameters` and `responseSchema` take. Every node has one type. */
export const PROTO_FORM: SchemaForm = {
  keepsReferences: false,
  anything: ANYTHING,
  keywords: {
    ...COMMON,
    // What they hold stands where it is referred to.
    $defs: () => ({}),
    definitions: () => ({}),
    example: (value) => ({ example: value }),
    type: typeOf,
    nullable: kept('nullable', isTrue),
    format: kept('format', (value) => FORMATS.has(value as string)),
    enum: (value, walk, node) => enumOf(Array.isArray(value) ? (value as unknown[]) : [], walk, node),
    const: (value, walk, node) => {
      walk.note('const became enum');
      return enumOf([value], walk, node);
    },
    items: itemsOf,
    prefixItems: (value, walk) => tupleOf(value, walk),
    anyOf: alternatives('anyOf'),
    oneOf: alternatives('oneOf'),
  },
  finish,
};

function typeOf(value: unknown, walk: Walk): JsonObject | undefined {
  const known = listOf(value)
    .map((type) => (typeof type === 'string' ? type.toLowerCase() : ''))
    .filter((type) => TYPES.has(type));
  const types = known.filter((type) => type !== 'null');
  if (Array.isArray(value)) walk.note('types became one');
  if (known.length === 0) return undefined;
  return {
    ...(types.length === 1 && { type: types[0] }),
    ...(types.length > 1 && { anyOf: types.map((type) => walk.below({ type })) }),
    ...(types.length < known.length && { nullable: true }),
  };
}

function enumOf(values: readonly unknown[], walk: Walk, node: JsonObject): JsonObject | undefined {
  const isOfText = node.type === undefined || listOf(node.type).includes('string');
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '');
  if (node.type === undefined && texts.length === 0) return typedAs(typesOfValues(values), walk);
  if (!isOfText || texts.length === 0) return undefined;
  if (texts.length < values.length) walk.note('values of enum removed');
  return { enum: [...new Set(texts)], ...(values.includes(null) && { nullable: true }) };
}

/** Nothing but texts can be listed: the type tells the rest. */
function typedAs(types: readonly string[], walk: Walk): JsonObject | undefined {
  const [type] = types.filter((name) => name !== 'string' && name !== 'null');
  if (type === undefined && !types.includes('null')) return undefined;
  walk.note('values of enum became a type');
  return { ...(type !== undefined && { type }), ...(types.includes('null') && { nullable: true }) };
}

function itemsOf(value: unknown, walk: Walk): JsonObject | undefined {
  if (Array.isArray(value)) return tupleOf(value, walk);
  return value === false ? undefined : { items: walk.below(value) };
}

/** A tuple becomes a list of any of its members. */
function tupleOf(value: unknown, walk: Walk): JsonObject | undefined {
  const members = cleanedList(value, walk);
  walk.note('a tuple became a list');
  return members.length === 0 ? undefined : { items: members.length === 1 ? members[0] : { anyOf: members } };
}

/** Null as an alternative is `nullable`, and one that is left alone needs no choice. */
function alternatives(name: string): Keyword {
  return (value, walk, node) => {
    if (!Array.isArray(value)) return undefined;
    if (name !== 'anyOf') walk.note(`${name} became anyOf`);
    const others = (value as unknown[]).filter((member) => !isNull(member));
    const cleaned = others.map((member) => walk.alternative(member));
    const nullable = others.length < value.length ? { nullable: true } : {};
    if ('nullable' in nullable) walk.note('null became nullable');
    if (cleaned.length !== 1) return { anyOf: cleaned, ...nullable };
    const own = Object.entries(cleaned[0] ?? {}).filter(([field]) => field === 'type' || !(field in node));
    return { ...Object.fromEntries(own), ...nullable };
  };
}

function isNull(schema: unknown): boolean {
  return isJsonObject(schema) && (schema.type === 'null' || schema.const === null);
}

function finish(node: Record<string, unknown>, walk: Walk): JsonObject {
  withKnownRequired(node, walk);
  withoutEmptyAlternatives(node, 'anyOf', walk);
  if (Object.keys(node).length === 0) return node;
  if (node.anyOf === undefined) node.type ??= likelyType(node);
  if (node.enum !== undefined && node.type !== undefined && node.type !== 'string') {
    walk.note('enum removed');
    delete node.enum;
  }
  if (node.type === 'array') node.items ??= ANYTHING;
  if (node.type === 'object' && node.anyOf === undefined) withProperties(node, walk.isRoot);
  return node;
}

function likelyType(node: Record<string, unknown>): string {
  if (node.properties !== undefined) return 'object';
  return node.items === undefined ? 'string' : 'array';
}

/** Upstream refuses an object without properties; at the root the whole schema is left out. */
function withProperties(node: Record<string, unknown>, isRoot: boolean): void {
  if (isJsonObject(node.properties) && Object.keys(node.properties).length > 0) return;
  delete node.properties;
  if (!isRoot) node.properties = { _: { type: 'string', nullable: true } };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}
