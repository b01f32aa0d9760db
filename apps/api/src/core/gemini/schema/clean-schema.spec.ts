import fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../../json-object';
import { cleanSchema } from './clean-schema';

const json = (schema: unknown) => cleanSchema(schema, 'json');
const proto = (schema: unknown) => cleanSchema(schema, 'proto');
const TEXT = { type: 'string' };
const inObject = (name: string, schema: unknown) => ({ type: 'object', properties: { [name]: schema } });

/** Names that are keywords, and so the ones a careless cleaner would take away. */
const TREACHEROUS = [
  'not',
  'const',
  'if',
  'enum',
  'type',
  '$ref',
  'examples',
  'properties',
  'format',
  '__proto__',
];

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

describe('cleanSchema', () => {
  describe.each(['json', 'proto'] as const)('in the %s form', (form) => {
    it.each(TREACHEROUS)('keeps a property that is called %s', (name) => {
      const schema = JSON.parse(
        `{"type":"object","properties":{${JSON.stringify(name)}:{"type":"string"}},"required":[${JSON.stringify(name)}]}`,
      ) as JsonObject;
      expect(cleanSchema(schema, form)).toEqual({ schema, changes: [] });
    });

    it('takes nothing out of default values', () => {
      const schema = inObject('a', { ...TEXT, default: { not: 1, const: 2 } });
      expect(cleanSchema(schema, form)).toEqual({ schema, changes: [] });
    });

    it.each([
      '$schema',
      '$comment',
      'not',
      'if',
      'then',
      'else',
      'multipleOf',
      'uniqueItems',
      'dependencies',
      'contains',
    ])('removes %s and says so', (keyword) => {
      expect(cleanSchema(inObject('a', { ...TEXT, [keyword]: {} }), form)).toEqual({
        schema: inObject('a', TEXT),
        changes: [`${keyword} removed`],
      });
    });

    it('names no keyword that could not stand in a header', () => {
      expect(cleanSchema(inObject('a', { ...TEXT, 'x\r\nset-cookie: a': 1 }), form).changes).toEqual([
        'a keyword removed',
      ]);
    });

    it('merges allOf', () => {
      const schema = {
        allOf: [
          { ...inObject('a', { type: 'integer', minimum: 1 }), required: ['a'] },
          {
            properties: { a: { minimum: 3, maximum: 9 }, b: TEXT },
            required: ['b'],
            allOf: [inObject('c', TEXT)],
          },
        ],
        description: 'all',
      };
      expect(cleanSchema(schema, form).schema).toEqual({
        description: 'all',
        type: 'object',
        properties: { a: { type: 'integer', minimum: 3, maximum: 9 }, b: TEXT, c: TEXT },
        required: ['a', 'b'],
      });
    });

    it('lets allOf take what all of it take', () => {
      const schema = inObject('a', {
        allOf: [
          { ...TEXT, enum: ['x', 'y'] },
          { type: ['string', 'null'], enum: ['y', 'z'] },
        ],
      });
      expect(cleanSchema(schema, form).schema).toEqual(inObject('a', { ...TEXT, enum: ['y'] }));
    });

    it('reads pointers whose names are escaped', () => {
      const schema = { type: 'object', properties: { 'a/b c': TEXT, d: { $ref: '#/properties/a~1b%20c' } } };
      expect(cleanSchema(schema, form).schema).toEqual({
        type: 'object',
        properties: { 'a/b c': TEXT, d: TEXT },
      });
    });

    it.each([
      [
        { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 10 },
        { type: 'integer', minimum: 1, maximum: 9 },
      ],
      [
        { type: 'number', exclusiveMinimum: 0, minimum: 2 },
        { type: 'number', minimum: 2 },
      ],
      [
        { type: 'number', exclusiveMaximum: 1.5 },
        { type: 'number', maximum: 1.5 },
      ],
      [
        { type: 'number', exclusiveMinimum: true, minimum: 2 },
        { type: 'number', minimum: 2 },
      ],
    ])('says the limits %j as limits that it knows', (given, cleaned) => {
      expect(cleanSchema(inObject('a', given), form).schema).toEqual(inObject('a', cleaned));
    });

    it('requires only what there is', () => {
      expect(cleanSchema({ ...inObject('a', TEXT), required: ['a', 'gone'] }, form)).toEqual({
        schema: { ...inObject('a', TEXT), required: ['a'] },
        changes: ['unknown names in required removed'],
      });
    });

    it('leaves out alternatives of which one takes anything', () => {
      const schema = { ...inObject('a', TEXT), anyOf: [{ required: ['a'] }, { required: ['b'] }] };
      expect(cleanSchema(schema, form).schema).toEqual(inObject('a', TEXT));
    });

    it('ends on definitions that refer to themselves and to each other', () => {
      const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
      const properties = Object.fromEntries(
        names.map((name) => [name, { $ref: `#/$defs/${name}`, description: name }]),
      );
      const schema = {
        type: 'object',
        properties,
        $defs: Object.fromEntries(names.map((name) => [name, { type: 'object', properties }])),
      };
      const { schema: cleaned } = cleanSchema(schema, form);
      expect(JSON.stringify(cleaned).length).toBeLessThan(2_000_000);
    });

    it('cuts what is nested without end', () => {
      let schema: JsonObject = TEXT;
      for (let depth = 0; depth < 5000; depth++) schema = inObject('a', schema);
      expect(cleanSchema(schema, form).changes).toEqual(['what is nested deeper than 64 removed']);
    });

    it('is done at once with a list of very many values', () => {
      const values = Array.from({ length: 100_000 }, (_, index) => `value ${index}`);
      const startedAt = performance.now();
      expect(cleanSchema(inObject('a', { enum: values }), form).schema).toMatchObject(
        inObject('a', { enum: values }),
      );
      expect(performance.now() - startedAt).toBeLessThan(1_500);
    });

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

  it.each([
    ['keeps what is known', { ...inObject('a', TEXT), additionalProperties: false, $id: 'x' }],
    ['keeps types of several kinds', inObject('a', { type: ['string', 'null'] })],
    ['keeps references that stand alone', { ...inObject('a', { $ref: '#/$defs/A' }), $defs: { A: TEXT } }],
    ['keeps numbers in enum', inObject('a', { type: 'integer', enum: [1, 2] })],
    ['keeps oneOf', inObject('a', { oneOf: [TEXT, { type: 'null' }] })],
    ['keeps tuples', inObject('a', { type: 'array', prefixItems: [TEXT] })],
    ['keeps formats of time', inObject('a', { ...TEXT, format: 'date-time' })],
  ])('in the json form %s', (_, schema) => {
    expect(json(schema)).toEqual({ schema, changes: [] });
  });

  it.each([
    ['drops other formats', inObject('a', { ...TEXT, format: 'uri' }), inObject('a', TEXT)],
    [
      'turns const into enum',
      inObject('a', { ...TEXT, const: 'x' }),
      inObject('a', { ...TEXT, enum: ['x'] }),
    ],
    [
      'keeps the type of a const that is no text',
      inObject('a', { const: true }),
      inObject('a', { type: 'boolean' }),
    ],
    [
      'drops empty texts from enum',
      inObject('a', { ...TEXT, enum: ['', 'x'] }),
      inObject('a', { ...TEXT, enum: ['x'] }),
    ],
    [
      'keeps null of enum in the type',
      inObject('a', { enum: ['x', null] }),
      inObject('a', { enum: ['x'], type: ['string', 'null'] }),
    ],
    [
      'keeps null of enum also where the type forgets it',
      inObject('a', { ...TEXT, enum: ['x', null] }),
      inObject('a', { type: ['string', 'null'], enum: ['x'] }),
    ],
    [
      'keeps null of an enum that has its type already',
      inObject('a', { type: ['string', 'null'], enum: ['x', null] }),
      inObject('a', { type: ['string', 'null'], enum: ['x'] }),
    ],
    [
      'turns truth values of enum into a type',
      inObject('a', { enum: [true] }),
      inObject('a', { type: 'boolean' }),
    ],
    [
      'turns an enum without a text into types',
      inObject('a', { enum: [false, null] }),
      inObject('a', { type: ['boolean', 'null'] }),
    ],
    [
      'renames definitions',
      { ...inObject('a', { $ref: '#/definitions/A' }), definitions: { A: TEXT } },
      { ...inObject('a', { $ref: '#/$defs/A' }), $defs: { A: TEXT } },
    ],
    [
      'replaces a reference that has company',
      { ...inObject('a', { $ref: '#/$defs/A', description: 'd' }), $defs: { A: TEXT } },
      { ...inObject('a', { description: 'd', ...TEXT }), $defs: { A: TEXT } },
    ],
    [
      'replaces a reference at the root',
      { $ref: '#/definitions/A', definitions: { A: inObject('a', TEXT) } },
      { ...inObject('a', TEXT), $defs: { A: inObject('a', TEXT) } },
    ],
    [
      'replaces a reference to a property',
      { type: 'object', properties: { a: TEXT, b: { $ref: '#/properties/a' } } },
      { type: 'object', properties: { a: TEXT, b: TEXT } },
    ],
    [
      'drops a reference that leads nowhere',
      inObject('a', { $ref: 'https://example.com/a', description: 'd' }),
      inObject('a', { description: 'd' }),
    ],
    [
      'turns nullable into a type',
      inObject('a', { ...TEXT, nullable: true }),
      inObject('a', { type: ['string', 'null'] }),
    ],
    ['writes types small', inObject('a', { type: 'STRING' }), inObject('a', TEXT)],
    [
      'adds the items of a list',
      inObject('a', { type: 'array' }),
      inObject('a', { type: 'array', items: {} }),
    ],
    [
      'turns older tuples into tuples',
      inObject('a', { type: 'array', items: [TEXT] }),
      inObject('a', { type: 'array', prefixItems: [TEXT] }),
    ],
    [
      'turns a pattern of names into additional properties',
      { type: 'object', patternProperties: { '^.*$': TEXT } },
      { type: 'object', additionalProperties: TEXT },
    ],
    ['says that what has properties is an object', { properties: { a: TEXT } }, inObject('a', TEXT)],
    ['takes true for anything', inObject('a', true), inObject('a', {})],
  ])('in the json form %s', (_, given, cleaned) => {
    expect(json(given).schema).toEqual(cleaned);
  });

  it.each([
    [
      'drops what is unknown',
      { ...inObject('a', TEXT), additionalProperties: false, $id: 'x' },
      inObject('a', TEXT),
    ],
    [
      'turns null among types into nullable',
      inObject('a', { type: ['string', 'null'] }),
      inObject('a', { ...TEXT, nullable: true }),
    ],
    [
      'turns several types into alternatives',
      inObject('a', { type: ['string', 'integer'] }),
      inObject('a', { anyOf: [TEXT, { type: 'integer' }] }),
    ],
    ['leaves out a type that upstream does not know', inObject('a', { type: 'any' }), inObject('a', TEXT)],
    [
      'leaves out unknown types among others',
      inObject('a', { type: ['any', 'integer'] }),
      inObject('a', { type: 'integer' }),
    ],
    [
      'puts definitions where they are referred to',
      { ...inObject('a', { $ref: '#/$defs/A' }), $defs: { A: TEXT } },
      inObject('a', TEXT),
    ],
    [
      'turns null among alternatives into nullable',
      inObject('a', { description: 'd', anyOf: [{ ...TEXT, description: 'e' }, { type: 'null' }] }),
      inObject('a', { description: 'd', ...TEXT, nullable: true }),
    ],
    [
      'turns oneOf into anyOf',
      inObject('a', { oneOf: [TEXT, { type: 'integer' }] }),
      inObject('a', { anyOf: [TEXT, { type: 'integer' }] }),
    ],
    [
      'drops numbers from enum',
      inObject('a', { type: 'integer', enum: [1, 2] }),
      inObject('a', { type: 'integer' }),
    ],
    ['turns const into enum', inObject('a', { const: 'x' }), inObject('a', { enum: ['x'], ...TEXT })],
    [
      'keeps null of enum',
      inObject('a', { enum: ['x', null] }),
      inObject('a', { enum: ['x'], nullable: true, ...TEXT }),
    ],
    [
      'keeps the type of an enum of numbers',
      inObject('a', { enum: [1, 2] }),
      inObject('a', { type: 'integer' }),
    ],
    [
      'keeps the type of a const that is no text',
      inObject('a', { const: true }),
      inObject('a', { type: 'boolean' }),
    ],
    [
      'adds the items of a list',
      inObject('a', { type: 'array' }),
      inObject('a', { type: 'array', items: TEXT }),
    ],
    ['gives anything a type', inObject('a', {}), inObject('a', TEXT)],
    [
      'gives an object a property',
      inObject('a', { type: 'object' }),
      inObject('a', inObject('_', { ...TEXT, nullable: true })),
    ],
    ['leaves out an object without properties', { type: 'object', properties: {} }, undefined],
    [
      'cuts recursion',
      { ...inObject('a', { $ref: '#/$defs/A' }), $defs: { A: inObject('b', { $ref: '#/$defs/A' }) } },
      inObject('a', inObject('b', inObject('_', { ...TEXT, nullable: true }))),
    ],
  ])('in the proto form %s', (_, given, cleaned) => {
    expect(proto(given).schema).toEqual(cleaned);
  });
});

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
