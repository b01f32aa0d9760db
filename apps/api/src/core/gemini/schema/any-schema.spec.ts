import fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../../json-object';
import { cleanSchema } from './clean-schema';
import { TEXT } from './testing/plain-schema';

/** docs/protocol-notes.md, "Schemas". */
const SHARED =
  'title description type format enum items properties required propertyOrdering anyOf default pattern minimum maximum minItems maxItems minLength maxLength minProperties maxProperties';
const KNOWN = {
  json: new Set(`${SHARED} $id $anchor $ref $defs prefixItems oneOf additionalProperties`.split(' ')),
  proto: new Set(`${SHARED} nullable example`.split(' ')),
};

/** All keywords of a schema and of those inside of it. */
function keywordsOf(schema: JsonObject): string[] {
  const maps = [schema.properties, schema.$defs].flatMap((map) => Object.values(map ?? {}));
  const lists = [schema.anyOf, schema.oneOf, schema.prefixItems].flatMap((list) => list ?? []);
  const inner = [...maps, ...lists, schema.items, schema.additionalProperties];
  return [...Object.keys(schema), ...inner.flatMap((one) => (isJsonObject(one) ? keywordsOf(one) : []))];
}

const keywordValue = (child: fc.Arbitrary<unknown>) =>
  fc.record(
    {
      type: fc.oneof(
        fc.constantFrom('string', 'object', 'array', 'integer', 'null', 'NUMBER', 'any', 7),
        fc.array(fc.constantFrom('string', 'null', 'array', 'object'), { maxLength: 3 }),
      ),
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'not', '$ref'), child, { maxKeys: 3 }),
      required: fc.array(fc.constantFrom('a', 'b', 'c')),
      items: fc.oneof(child, fc.array(child, { maxLength: 2 })),
      prefixItems: fc.array(child, { maxLength: 2 }),
      anyOf: fc.array(child, { maxLength: 3 }),
      oneOf: fc.array(child, { maxLength: 3 }),
      allOf: fc.array(child, { maxLength: 2 }),
      $ref: fc.constantFrom('#', '#/$defs/a', '#/definitions/b', '#/properties/a', 'x', '#/$defs/nope'),
      $defs: fc.dictionary(fc.constantFrom('a', 'b'), child, { maxKeys: 2 }),
      definitions: fc.dictionary(fc.constantFrom('a', 'b'), child, { maxKeys: 2 }),
      enum: fc.array(fc.constantFrom('x', '', 1, null, true)),
      const: fc.constantFrom('x', '', 1, null, true),
      nullable: fc.boolean(),
      additionalProperties: fc.oneof(fc.boolean(), child),
      patternProperties: fc.dictionary(fc.constantFrom('a', 'b'), child, { maxKeys: 2 }),
      format: fc.constantFrom('date', 'uri', 'int32', 3),
      minimum: fc.integer(),
      exclusiveMinimum: fc.oneof(fc.integer(), fc.boolean()),
      description: fc.constantFrom('d', 4),
      not: child,
    },
    { requiredKeys: [] },
  );

const { schema: anySchema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(true, false, {}, 1, TEXT),
    keywordValue(tie('schema')),
  ),
}));

describe.each(['json', 'proto'] as const)('any schema, in the %s form', (form) => {
  it('changes nothing that it cleaned, and nothing that it was given', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const before = JSON.stringify(schema);
        const once = cleanSchema(schema, form);
        expect(JSON.stringify(schema)).toBe(before);
        expect(cleanSchema(once.schema, form)).toEqual({ schema: once.schema, changes: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no keyword that upstream does not know', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const unknown = keywordsOf(cleanSchema(schema, form).schema ?? {}).filter(
          (name) => !KNOWN[form].has(name),
        );
        expect(unknown).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
