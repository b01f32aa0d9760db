import type { JsonObject } from '../../json-object';
import { cleanSchema } from './clean-schema';
import { inObject, TEXT } from './testing/plain-schema';

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

  it('is not held up by a list of very many values', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => `value ${index}`);
    expect(cleanSchema(inObject('a', { enum: values }), form).schema).toMatchObject(
      inObject('a', { enum: values }),
    );
  });
});
