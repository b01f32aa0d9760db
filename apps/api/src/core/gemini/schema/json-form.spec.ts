import { cleanSchema } from './clean-schema';
import { inObject, TEXT } from './testing/plain-schema';

it.each([
  ['keeps what is known', { ...inObject('a', TEXT), additionalProperties: false, $id: 'x' }],
  ['keeps types of several kinds', inObject('a', { type: ['string', 'null'] })],
  ['keeps references that stand alone', { ...inObject('a', { $ref: '#/$defs/A' }), $defs: { A: TEXT } }],
  ['keeps numbers in enum', inObject('a', { type: 'integer', enum: [1, 2] })],
  ['keeps oneOf', inObject('a', { oneOf: [TEXT, { type: 'null' }] })],
  ['keeps tuples', inObject('a', { type: 'array', prefixItems: [TEXT] })],
  ['keeps formats of time', inObject('a', { ...TEXT, format: 'date-time' })],
])('in the json form %s', (_, schema) => {
  expect(cleanSchema(schema, 'json')).toEqual({ schema, changes: [] });
});

it.each([
  ['drops other formats', inObject('a', { ...TEXT, format: 'uri' }), inObject('a', TEXT)],
  ['turns const into enum', inObject('a', { ...TEXT, const: 'x' }), inObject('a', { ...TEXT, enum: ['x'] })],
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
  ['adds the items of a list', inObject('a', { type: 'array' }), inObject('a', { type: 'array', items: {} })],
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
  expect(cleanSchema(given, 'json').schema).toEqual(cleaned);
});
