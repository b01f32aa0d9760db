import * as fc from 'fast-check';
import { needsNormalising, normalised, toBase64 } from './embedding-vector';

it.each([
  ['gemini-embedding-001', 256, true],
  ['gemini-embedding-001', undefined, false],
  ['gemini-embedding-2', 256, false],
  ['some-later-model', 256, true],
])('%s with %s dimensions: %s', (model, dimensions, isNeeded) => {
  expect(needsNormalising(model, dimensions)).toBe(isNeeded);
});

it('brings a vector to length one and keeps its direction', () => {
  expect(normalised([3, 0, -4])).toEqual([0.6, 0, -0.8]);
  expect(normalised([0, 0])).toEqual([0, 0]);
});

it('writes little-endian 32-bit floats', () => {
  expect(Buffer.from(toBase64([1, -2]), 'base64').toString('hex')).toBe('0000803f000000c0');
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true })), (values) => {
      const bytes = Buffer.from(toBase64(values), 'base64');
      expect(values.map((_, index) => bytes.readFloatLE(index * 4))).toEqual(values);
    }),
  );
});
