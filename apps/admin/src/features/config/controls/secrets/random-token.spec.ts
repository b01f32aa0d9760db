import { randomToken } from './random-token';

it('makes tokens of 43 letters and digits, each another', () => {
  const tokens = Array.from({ length: 200 }, randomToken);
  expect(tokens.filter((token) => !/^sk-[A-Za-z0-9]{43}$/.test(token))).toEqual([]);
  expect(new Set(tokens).size).toBe(200);
});

it('uses every letter and digit', () =>
  expect(new Set(Array.from({ length: 200 }, randomToken).join('').replaceAll('-', '')).size).toBe(62));
