import fc from 'fast-check';
import { seededRandom } from '../../seed/seeded-random';
import { sampleValue } from './sample-value';

it('finds a value for any schema, also one that is none', () => {
  const field = fc.constantFrom('type', 'enum', 'anyOf', 'items', 'properties', 'const');
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), (schema) => {
      sampleValue(schema, seededRandom(1));
      sampleValue({ type: 'object', properties: { a: schema } }, seededRandom(1));
    }),
  );
});

it('passes over a choice that is no schema', () => {
  const choices = JSON.parse('[null, { "type": "boolean" }]') as [];
  expect(typeof sampleValue({ anyOf: choices }, seededRandom(1))).toBe('boolean');
});

it('takes one of the choices, and of several types the one that is not null', () => {
  const random = seededRandom(1);
  expect(['a', 'b']).toContain(sampleValue({ enum: ['a', 'b'] }, random));
  expect(typeof sampleValue({ type: ['null', 'integer'] }, random)).toBe('number');
});
