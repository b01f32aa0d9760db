import * as dtos from '@gemini-balance/shared';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

export type JsonSchema = { readonly [keyword: string]: unknown };

const REFERENCE = '#/components/schemas/';
const shared = join(__dirname, '../../../../../packages/shared');

/** Keywords that the validators know and the types do not. */
const CONSTRAINTS = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'pattern',
  'format',
];

/**
 * The schemas of everything that crosses the wire to the dashboard, by name: shapes and descriptions from the types in
 * packages/shared, limits from their validators.
 */
export function dtoSchemas(): Record<string, JsonSchema> {
  const { definitions = {} } = createGenerator({
    path: join(shared, 'src/!(fields)/**/!(*.spec).ts'),
    tsconfig: join(shared, 'tsconfig.json'),
    type: '*',
    expose: 'export',
    topRef: true,
    skipTypeCheck: true,
  }).createSchema('*');
  const limits = validationMetadatasToSchemas({ refPointerPrefix: REFERENCE });
  const schemas = Object.entries(definitions).map(([name, schema]) => {
    const renamed = withReferences(schema) as JsonSchema;
    return [toComponentName(name), withLimits(renamed, limits[name]?.properties)] as const;
  });
  return Object.fromEntries(schemas.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The classes of packages/shared, which validators are declared on. */
export const DTO_CLASSES: ReadonlyMap<unknown, string> = new Map(
  Object.entries(dtos).flatMap(([name, value]) => (typeof value === 'function' ? [[value, name]] : [])),
);

export function referenceTo(name: string): JsonSchema {
  return { $ref: `${REFERENCE}${toComponentName(name)}` };
}

/** OpenAPI takes no brackets in names: `Page<KeyDto>` is `Page_KeyDto_`. */
function toComponentName(name: string): string {
  return name.replace(/[^\w.-]/g, '_');
}

function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, referenceTo(decodeURIComponent(inner.replace('#/definitions/', ''))).$ref]
        : [key, withReferences(inner)],
    ),
  );
}

function withLimits(schema: JsonSchema, limits: object | undefined): JsonSchema {
  if (limits === undefined || schema.properties === undefined) return schema;
  const byName = limits as Readonly<Record<string, JsonSchema>>;
  const properties = Object.entries(schema.properties as Readonly<Record<string, JsonSchema>>).map(
    ([name, property]) => {
      const known = Object.entries(byName[name] ?? {}).filter(([keyword]) => CONSTRAINTS.includes(keyword));
      return [name, { ...property, ...Object.fromEntries(known) }];
    },
  );
  return { ...schema, properties: Object.fromEntries(properties) as JsonSchema };
}
