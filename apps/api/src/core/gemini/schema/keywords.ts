import { isJsonObject, type JsonObject } from '../../json-object';
import type { Keyword, Walk } from './schema-form';

/** The keywords that both forms know, and treat alike. */

/** Lower case; any other name of a type is refused. */
export const TYPES: ReadonlySet<string> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
]);

/** Keeps a value of the right type. */
export function kept(name: string, isFit: (value: unknown) => boolean): Keyword {
  return (value) => (isFit(value) ? { [name]: value } : undefined);
}

export const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
export const isTrue = (value: unknown): boolean => value === true;

const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Keywords whose values are schemas by name: the names are the client's, whatever they are. */
const properties: Keyword = (value, walk) =>
  isJsonObject(value) ? { properties: cleanedMap(value, walk) } : undefined;

export function cleanedMap(map: JsonObject, walk: Walk): JsonObject {
  const allowed = Object.entries(map).filter(([, schema]) => schema !== false);
  if (allowed.length < Object.keys(map).length) walk.note('properties that are false removed');
  return Object.fromEntries(allowed.map(([name, schema]) => [name, walk.below(schema)]));
}

export function cleanedList(list: unknown, walk: Walk): JsonObject[] {
  return (Array.isArray(list) ? (list as unknown[]) : []).map((schema) => walk.below(schema));
}

export function cleanedAlternatives(list: readonly unknown[], walk: Walk): JsonObject[] {
  return list.map((schema) => walk.alternative(schema));
}

/** Taken apart once all properties are known. */
const required: Keyword = (value) =>
  Array.isArray(value)
    ? { required: [...new Set(value.filter((name) => typeof name === 'string'))] }
    : undefined;

export const COMMON: Readonly<Record<string, Keyword>> = {
  title: kept('title', isText),
  description: kept('description', isText),
  properties,
  required,
  propertyOrdering: kept('propertyOrdering', isTextList),
  minItems: kept('minItems', isCount),
  maxItems: kept('maxItems', isCount),
  minProperties: kept('minProperties', isCount),
  maxProperties: kept('maxProperties', isCount),
  minLength: kept('minLength', isCount),
  maxLength: kept('maxLength', isCount),
  pattern: kept('pattern', isText),
  minimum: (_, walk, node) => limit('minimum', node, walk),
  maximum: (_, walk, node) => limit('maximum', node, walk),
  exclusiveMinimum: (_, walk, node) => limit('minimum', node, walk),
  exclusiveMaximum: (_, walk, node) => limit('maximum', node, walk),
  default: (value) => ({ default: value }),
};

/** Upstream knows no exclusive limits: for whole numbers the next one says the same, for others the limit itself is let in. */
function limit(name: 'minimum' | 'maximum', node: JsonObject, walk: Walk): JsonObject | undefined {
  const exclusive = node[name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'];
  const inclusive = node[name];
  const step = node.type === 'integer' && Number.isInteger(exclusive) ? 1 : 0;
  const limits = typeof inclusive === 'number' ? [inclusive] : [];
  if (typeof exclusive === 'number') {
    walk.note(`${name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'} became ${name}`);
    limits.push(name === 'minimum' ? exclusive + step : exclusive - step);
  }
  if (limits.length === 0) return undefined;
  return { [name]: name === 'minimum' ? Math.max(...limits) : Math.min(...limits) };
}

/** The types of values; whole numbers only are integers. */
export function typesOfValues(values: readonly unknown[]): string[] {
  const isWhole = values.every((value) => typeof value !== 'number' || Number.isInteger(value));
  const types = values.map((value): string => {
    if (value === null) return 'null';
    return typeof value === 'number' ? (isWhole ? 'integer' : 'number') : typeof value;
  });
  return ['string', 'integer', 'number', 'boolean', 'null'].filter((type) => types.includes(type));
}

/** `required` names what there is, or is left out. */
export function withKnownRequired(node: Record<string, unknown>, walk: Walk): void {
  if (!Array.isArray(node.required)) return;
  const known = isJsonObject(node.properties) ? node.properties : {};
  const names = (node.required as string[]).filter((name) => Object.hasOwn(known, name));
  if (names.length < node.required.length) walk.note('unknown names in required removed');
  if (names.length > 0) node.required = names;
  else delete node.required;
}

/** An alternative that takes anything makes all others pointless. */
export function withoutEmptyAlternatives(
  node: Record<string, unknown>,
  name: 'anyOf' | 'oneOf',
  walk: Walk,
): void {
  const members = node[name];
  if (!Array.isArray(members)) return;
  if (members.length > 0 && members.every((member) => Object.keys(member as object).length > 0)) return;
  walk.note(`${name} removed`);
  delete node[name];
}
