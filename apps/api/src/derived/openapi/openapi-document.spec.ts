import { declaredRoutes } from '../declared-routes';
import { DTO_CLASSES, type JsonSchema } from './dto-schemas';
import { openApiDocument } from './openapi-document';

type Operation = {
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
};

let document: JsonSchema;
let operations: (readonly [name: string, path: string, operation: Operation])[];
let schemas: Record<string, JsonSchema>;

beforeAll(async () => {
  document = openApiDocument(await declaredRoutes());
  schemas = (document.components as { schemas: Record<string, JsonSchema> }).schemas;
  operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, byMethod]) =>
      Object.entries(byMethod).flatMap(([method, operation]) =>
        method === 'parameters' ? [] : [[`${method} ${path}`, path, operation] as const],
      ),
  );
});

it('has a schema that says something for every class that is validated', () => {
  expect(DTO_CLASSES.size).toBeGreaterThan(5);
  const empty = Object.entries(schemas).filter(([, schema]) => saysNothing(schema));
  expect(empty.map(([name]) => name)).toEqual([]);
  const missing = [...DTO_CLASSES.values()].filter((name) => !Object.hasOwn(schemas, name));
  expect(missing).toEqual([]);
});

it('says of every route for administrators what it takes and answers, where that is JSON', () => {
  const admin = operations.filter(([, path]) => path.startsWith('/api/'));
  expect(admin.length).toBeGreaterThan(10);
  const references = admin.flatMap(([, , operation]) => referencesIn(operation));
  expect(references.length).toBeGreaterThan(10);
  expect(references.filter((name) => !isKnown(name))).toEqual([]);
});

it('knows the limits that validators set', () => {
  const { properties } = schemas['ImportKeysDto'] as { properties: Record<string, JsonSchema> };
  expect(properties['text']).toMatchObject({ type: 'string', minLength: 1, maxLength: 16_000_000 });
});

it('refers to no schema that is not there', () => {
  const unknown = referencesIn(document).filter((name) => !isKnown(name));
  expect(unknown).toEqual([]);
});

function isKnown(name: string): boolean {
  const { responses, requestBodies } = document.components as Record<string, object>;
  return [schemas, responses, requestBodies].some((known) => Object.hasOwn(known!, name));
}

function saysNothing({
  type,
  $ref,
  enum: values,
  anyOf,
  properties,
  additionalProperties,
  const: only,
  allOf,
}: JsonSchema): boolean {
  if (type === 'object')
    return Object.keys(properties ?? {}).length === 0 && typeof additionalProperties !== 'object';
  return [type, $ref, values, anyOf, allOf, only].every((keyword) => keyword === undefined);
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner).split('/').at(-1)!] : referencesIn(inner),
  );
}
