import fc from 'fast-check';
import { findKeysInText } from './find-keys-in-text';

const A = `AIzaSy${'A'.repeat(33)}`;
const B = `AIzaSy${'b-_9'.repeat(8)}Z`;
const AUTH = `AQ.Ab8RN6${'x-Y_z.1'.repeat(7)}`;

const wellFormed = (text: string): string[] =>
  findKeysInText(text)
    .filter((found) => found.isWellFormed)
    .map((found) => found.secret);

it.each([
  ['one per line', `${A}\n${B}\n${AUTH}\n`],
  ['Windows lines', `${A}\r\n${B}\r\n${AUTH}`],
  ['commas', `${A},${B}, ${AUTH}`],
  ['a JSON list', JSON.stringify([A, B, AUTH])],
  ['a JSON list over lines', JSON.stringify([A, B, AUTH], null, 2)],
  ['JSON inside JSON', JSON.stringify({ keys: `${A}\n${B}\t${AUTH}` })],
  ['an .env line', `API_KEYS=["${A}","${B}"]\nVERTEX_API_KEYS='["${AUTH}"]'`],
  ['CSV', `name,key,project\nmain,${A},p-1\n"other","${B}","p-2"\n,${AUTH},`],
  ['URLs', `https://x.test/v1beta/models?key=${A}&alt=sse https://x.test/?key=${B} ?key=${AUTH}`],
  ['prose', `My keys are ${A}. Another: (${B}); the new one is ${AUTH}.`],
  ['a Markdown list', `- ${A}\n* \`${B}\`\n1. **${AUTH}**`],
  ['headers', `x-goog-api-key: ${A}\nAuthorization: Bearer ${B}\nkey=${AUTH}`],
])('finds keys in %s', (_, text) => {
  expect(wellFormed(text)).toEqual([A, B, AUTH]);
});

it('tells the line, and every repetition', () => {
  expect(findKeysInText(`# keys\n${A}\n\n${A} ${B}`).map(({ secret, line }) => [secret, line])).toEqual([
    [A, 2],
    [A, 4],
    [B, 4],
  ]);
});

it.each([
  ['a standard key cut short', A.slice(0, 30), A.slice(0, 30)],
  ['a masked key', 'AIzaSyAB...9xQ0', 'AIzaSyAB'],
  ['a standard key with too much at its end', `${A}extra`, `${A}extra`],
  ['an auth key cut short', AUTH.slice(0, 25), AUTH.slice(0, 25)],
  ['an auth key beyond all measure', `AQ.${'x'.repeat(600)}`, `AQ.${'x'.repeat(600)}`],
])('names %s as malformed', (_, text, secret) => {
  expect(findKeysInText(`key: ${text}`)).toEqual([{ secret, line: 1, isWellFormed: false }]);
});

it.each([
  ['a key of unknown form', 'simulator-key-000001'],
  ['one in a list', '  "simulator-key-000001",'],
  ['one after a dash', '- simulator-key-000001'],
])('takes %s that has a line to itself', (_, text) => {
  expect(wellFormed(`# test\n${text}\nend`)).toEqual(['simulator-key-000001']);
});

it.each([
  ['prose', 'Here are the keys we talked about yesterday.'],
  ['long words', 'Donaudampfschifffahrtsgesellschaft'],
  ['settings', 'TIME_OUT=300'],
  ['our own tokens', `sk-${'a1'.repeat(24)}`],
  ['addresses', 'https://generativelanguage.googleapis.com/v1beta'],
  ['dates and numbers', '2026-11-21T10:00:00.000\n12345678901234567890123'],
  ['words that merely end like a prefix', `FAQ.what-is-a-gateway-1 xAIza${'A'.repeat(35)}`],
  ['nothing', ''],
])('finds nothing in %s', (_, text) => {
  expect(findKeysInText(text)).toEqual([]);
});

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'];
const aKey = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...alphabet), minLength: 35, maxLength: 35 })
    .map((body) => `AIza${body}`),
  fc
    .string({ unit: fc.constantFrom(...alphabet), minLength: 50, maxLength: 120 })
    .map((body) => `AQ.${body}`),
);
const aSeparator = fc.constantFrom(
  '\n',
  '\r\n',
  ',',
  ', ',
  ' ',
  '\t',
  '|',
  ';',
  '","',
  "','",
  '\\n',
  ' | note | ',
  ' = ',
  '\n\n# and\n',
);

it('finds exactly the keys that were written, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aKey, aSeparator), { maxLength: 20 }), (parts) => {
      const keys = parts.map(([key]) => key);
      expect(wellFormed(parts.flat().join(''))).toEqual(keys);
    }),
  );
});

it('reads any text without harm, and finds only what is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { secret } of findKeysInText(text)) expect(text).toContain(secret);
    }),
  );
});

it.each([
  ['one line', 'AIza-'.repeat(3_200_000)],
  ['dots', `AQ.${'.'.repeat(16_000_000)}x`],
  ['short lines', 'a1-'.repeat(5).concat('\n').repeat(1_000_000)],
  ['keys', `${A}\n`.repeat(400_000)],
  ['blanks', ' '.repeat(16_000_000)],
])('reads 16 MB of %s', (_, text) => {
  expect(findKeysInText(text).length).toBeLessThanOrEqual(400_000);
});
