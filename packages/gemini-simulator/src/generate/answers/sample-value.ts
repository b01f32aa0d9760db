import type { RandomFn } from '../../seed/seeded-random';
import type { JsonSchema } from '../generate-request';

const MAX_DEPTH = 8;

/** A value that the schema allows: all properties present, lists of two. */
export function sampleValue(schema: JsonSchema | undefined, random: RandomFn, depth = 0): unknown {
  if (!schema || depth > MAX_DEPTH) return 'value';
  if (schema.const !== undefined) return schema.const;
  const choices = listOf(schema.enum);
  if (choices.length > 0) return choices[Math.floor(random() * choices.length)];
  const variant = listOf(schema.anyOf).find((option) => option && typeOf(option) !== 'null');
  if (variant) return sampleValue(variant, random, depth + 1);
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          name,
          sampleValue(property, random, depth + 1),
        ]),
      );
    case 'array':
      return [0, 1].map(() => sampleValue(schema.items, random, depth + 1));
    case 'integer':
      return Math.floor(random() * 100);
    case 'number':
      return Math.round(random() * 1000) / 10;
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return ['Oslo', 'Kraków', '東京'][Math.floor(random() * 3)];
  }
}

/** A JSON schema comes as its author wrote it: nobody has checked it. */
function listOf<Item>(value: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

function typeOf(schema: JsonSchema): string {
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  const named =
    types.map((type) => type.toLowerCase()).find((type) => type !== 'null') ?? types[0]?.toLowerCase();
  return named ?? (schema.properties ? 'object' : 'string');
}
