import { cleanSchema } from './clean-schema';
import { inObject, TEXT } from './testing/plain-schema';

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
  expect(cleanSchema(given, 'proto').schema).toEqual(cleaned);
});
