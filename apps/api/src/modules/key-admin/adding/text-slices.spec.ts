import fc from 'fast-check';
import { findKeysInText } from './find-keys-in-text';
import { inSlices } from './text-slices';

it('gives the whole text back, with the right line numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 8 })), fc.integer({ min: 1, max: 20 }), (lines, length) => {
      const text = lines.join('\n');
      const slices = [...inSlices(text, length)];
      expect(slices.map((slice) => slice.text).join('')).toBe(text);
      let line = 1;
      for (const slice of slices) {
        expect(slice.firstLine).toBe(line);
        line += slice.text.split('\n').length - 1;
      }
    }),
  );
});

it('cuts no key in two', () => {
  const text = Array.from(
    { length: 50 },
    (_, index) => `key ${index}: AIza${String(index).padStart(35, 'k')}`,
  ).join('\n');
  const found = [...inSlices(text, 33)].flatMap((slice) => findKeysInText(slice.text, slice.firstLine));
  expect(found).toEqual(findKeysInText(text));
  expect(found).toHaveLength(50);
});
