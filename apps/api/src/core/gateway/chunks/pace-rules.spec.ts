import fc from 'fast-check';
import { type PaceRules, pacedText } from './pace-rules';

const RULES: PaceRules = { minDelayMs: 16, maxDelayMs: 24, shortText: 10, longText: 50, pieceSize: 5 };

it('hands out short texts one character at a time, with the longest pause', () =>
  expect(pacedText('Hello', RULES)).toEqual({ pieces: ['H', 'e', 'l', 'l', 'o'], delayMs: 24 }));

it('hands out long texts in pieces, with the shortest pause', () => {
  const { pieces, delayMs } = pacedText('x'.repeat(52), RULES);
  expect(pieces.map(({ length }) => length)).toEqual([...Array<number>(10).fill(5), 2]);
  expect(delayMs).toBe(16);
});

it('pauses in between by the logarithm of the length', () =>
  expect(pacedText('x'.repeat(22), RULES).delayMs).toBeCloseTo(24 - (Math.log(2.2) / Math.log(5)) * 8));

it.each([
  ['a family', '👨‍👩‍👧!', ['👨‍👩‍👧', '!']],
  ['a flag', '🇨🇳🇩🇪', ['🇨🇳', '🇩🇪']],
  ['an accent of its own', 'e\u0301a', ['e\u0301', 'a']],
])('never cuts %s', (_, text, pieces) => expect(pacedText(text, RULES).pieces).toEqual(pieces));

it('loses and adds nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(pacedText(text, RULES).pieces.join('')).toBe(text);
    }),
  );
});
