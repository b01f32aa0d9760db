import { toJsonBytes } from './json-bytes';

const LONG = 'QUJD'.repeat(50_000);

it.each<[string, unknown]>([
  ['short things', { contents: [{ parts: [{ text: 'ü "x"' }, { inlineData: { data: 'QUJD' } }] }] }],
  ['long base64', { parts: [{ inlineData: { data: LONG, mimeType: 'image/png' } }, { text: 'ü' }] }],
  ['several', { a: { data: LONG }, b: [{ data: `${LONG}A==` }, { data: LONG }] }],
  ['long text', { text: `${LONG}ü"\\` }],
  ['what looks like a place', { a: { data: LONG }, text: '\u0001long base64\u0001' }],
  ['long data that would end its text', { data: `${LONG}","more":"` }],
  ['long data with a backslash', { data: `${LONG}\\` }],
])('writes %s as JSON does', (_, value) => {
  expect(toJsonBytes(value).toString('utf8')).toBe(JSON.stringify(value));
});
