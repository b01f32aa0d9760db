import { formatAgo, formatAhead, formatDuration } from './duration';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it.each([
  [0, 'en', '0s'],
  [-5_000, 'en', '0s'],
  [89_000, 'en', '89s'],
  [4 * MINUTE, 'en', '4m'],
  [89 * MINUTE, 'en', '89m'],
  [7 * HOUR, 'en', '7h'],
  [48 * HOUR, 'en', '2d'],
  [4 * MINUTE, 'zh-CN', '4分钟'],
])('says %d ms in %s as %s', (durationMs, language, text) => {
  expect(formatDuration(durationMs, language)).toBe(text);
});

it.each([
  [3 * HOUR, 'en', '3h ago'],
  [0, 'en', 'now'],
  [4 * MINUTE, 'zh-CN', '4分钟前'],
])('says %d ms ago in %s as %s', (elapsedMs, language, text) => {
  expect(formatAgo(elapsedMs, language)).toBe(text);
});

it.each([
  [47 * HOUR, 'en', 'in 2d'],
  [40 * MINUTE, 'en', 'in 40m'],
  [-MINUTE, 'en', 'in 0s'],
  [47 * HOUR, 'zh-CN', '2天后'],
])('says %d ms ahead in %s as %s', (remainingMs, language, text) => {
  expect(formatAhead(remainingMs, language)).toBe(text);
});
