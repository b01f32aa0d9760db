import { fileEndingOf, servedTypeOf } from './picture-types';

it.each([
  ['image/png', 'png', 'image/png'],
  ['image/jpeg', 'jpg', 'image/jpeg'],
  ['image/webp', 'webp', 'image/webp'],
  ['image/svg+xml', 'bin', 'application/octet-stream'],
  ['text/html', 'bin', 'application/octet-stream'],
  ['', 'bin', 'application/octet-stream'],
])('keeps %s as .%s and serves it as %s', (mimeType, ending, served) => {
  expect(fileEndingOf(mimeType)).toBe(ending);
  expect(servedTypeOf(`2026/11/21/0123.${ending}`)).toBe(served);
});

it.each(['a.html', 'a.svg', 'a', 'png', 'a.png.html'])('serves %s as bytes that nothing runs', (name) => {
  expect(servedTypeOf(name)).toBe('application/octet-stream');
});
