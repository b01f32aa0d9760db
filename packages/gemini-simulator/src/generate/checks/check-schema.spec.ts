import fc from 'fast-check';
import { chatModel } from '../../models/catalogue';
import { wrongSchema } from './check-schema';

const newest = chatModel('newest');
const old = { ...newest, generation: 2.5 };

type Case = [promise: string, form: 'proto' | 'json', schema: object, words: string];

const REFUSED: readonly Case[] = [
  ['a schema without a type', 'proto', { description: 'x' }, 's.type: must be specified'],
  ['a type nobody knows', 'proto', { type: 'date' }, "Invalid value at 's.type'"],
  ['a list without items', 'proto', { type: 'ARRAY' }, 's.items: missing field.'],
  ['a list without items', 'json', { type: ['array', 'null'] }, 's.items: missing field.'],
  [
    'choices that are no texts',
    'proto',
    { type: 'INTEGER', enum: ['1'] },
    's.enum: only allowed for STRING type',
  ],
  ['an empty choice', 'json', { type: 'string', enum: ['a', ''] }, 's.enum[1]: cannot be empty'],
  ['a format of texts that is not known', 'proto', { type: 'STRING', format: 'email' }, 's.format: only'],
  [
    'a required name that is no property',
    'json',
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'b'] },
    's.required[1]: property is not defined',
  ],
  ['anything beside a reference', 'json', { $ref: '#/$defs/a', description: 'x', $defs: {} }, 'beside $ref'],
  [
    'what is wrong deep inside',
    'proto',
    { type: 'OBJECT', properties: { a: { type: 'ARRAY', items: { type: 'ARRAY' } } } },
    's.properties[a].items.items: missing field.',
  ],
];

const TAKEN: readonly [promise: string, form: 'proto' | 'json', schema: object][] = [
  ['keywords of JSON Schema', 'json', { type: 'object', properties: { a: { const: 1, not: {} } } }],
  ['an object without properties', 'proto', { type: 'OBJECT' }],
  ['a choice of schemas without a type', 'proto', { anyOf: [{ type: 'STRING' }, { type: 'INTEGER' }] }],
  ['a tuple', 'json', { type: 'array', prefixItems: [{ type: 'string' }] }],
];

describe('wrongSchema', () => {
  it.each(REFUSED)('refuses %s (%s)', (_, form, schema, words) => {
    expect(wrongSchema(schema, 's', { form, model: newest })).toContain(words);
  });

  it.each(TAKEN)('takes %s (%s)', (_, form, schema) => {
    expect(wrongSchema(schema, 's', { form, model: newest })).toBeUndefined();
  });

  it('refuses an object without properties for models before Gemini 3', () => {
    const wrong = wrongSchema({ type: 'OBJECT' }, 's', { form: 'proto', model: old });
    expect(wrong).toBe('* s.properties: should be non-empty for OBJECT type\n');
  });

  it('has an opinion on any JSON', () => {
    const field = fc.constantFrom(
      'type',
      'enum',
      'anyOf',
      'items',
      'properties',
      'required',
      '$ref',
      '$defs',
    );
    fc.assert(
      fc.property(fc.dictionary(field, fc.jsonValue()), fc.constantFrom('proto', 'json'), (schema, form) => {
        wrongSchema(schema, 's', { form, model: newest });
        wrongSchema({ type: 'object', properties: { a: schema } }, 's', { form, model: newest });
      }),
    );
  });
});
