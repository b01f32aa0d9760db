import { isJsonObject, type JsonObject } from '../../json-object';

type Merge = (first: unknown, second: unknown) => unknown;

const larger: Merge = (first, second) => Math.max(Number(first), Number(second));
const smaller: Merge = (first, second) => Math.min(Number(first), Number(second));

/** How two demands of the same keyword become one that demands both. */
const MERGES: Readonly<Record<string, Merge>> = {
  properties: (first, second) => mergedMaps(first, second, (a, b) => ({ allOf: [a, b] })),
  $defs: (first, second) => mergedMaps(first, second, (a) => a),
  definitions: (first, second) => mergedMaps(first, second, (a) => a),
  required: (first, second) => [...new Set([...listOf(first), ...listOf(second)])],
  enum: (first, second) => common(listOf(first), listOf(second)),
  type: (first, second) => {
    const both = common(listOf(first), listOf(second));
    return both.length === 1 ? both[0] : both.length === 0 ? first : both;
  },
  items: (first, second) => ({ allOf: [first, second] }),
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
};

/** Two of these cannot be said as one. */
const ALTERNATIVES = new Set(['anyOf', 'oneOf']);

/** One schema for what both demand. Where only one can be kept, the first is. */
export function mergedSchemas(
  first: JsonObject,
  second: JsonObject,
  note: (change: string) => void,
): JsonObject {
  const fields = new Map(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    if (!fields.has(name)) fields.set(name, value);
    else if (Object.hasOwn(MERGES, name)) fields.set(name, MERGES[name]?.(fields.get(name), value));
    else if (ALTERNATIVES.has(name)) note(`one ${name} of two removed`);
    else if (name === 'allOf') fields.set(name, [...listOf(fields.get(name)), ...listOf(value)]);
  }
  return Object.fromEntries(fields);
}

function mergedMaps(first: unknown, second: unknown, merge: Merge): JsonObject {
  const entries = new Map(Object.entries(isJsonObject(first) ? first : {}));
  for (const [name, value] of Object.entries(isJsonObject(second) ? second : {}))
    entries.set(name, entries.has(name) ? merge(entries.get(name), value) : value);
  return Object.fromEntries(entries);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function common(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  return first.filter((value) => second.includes(value));
}
