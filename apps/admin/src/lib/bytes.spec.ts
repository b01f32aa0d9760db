import { formatBytes } from './bytes';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [1_536, '1.5 kB'],
  [10_240, '10 kB'],
  [1_023_999, '1 MB'],
  [3_000_000_000, '2.8 GB'],
  [5 * 1024 ** 4, '5 TB'],
  [5_000 * 1024 ** 4, '5,000 TB'],
])('tells %i bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});

it('speaks the language', () => {
  expect(formatBytes(1_536, 'de')).toBe('1,5 kB');
});
