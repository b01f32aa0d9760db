import { bucketOf, statsWindow } from './stats-window';

const NOW = Date.parse('2026-11-20T12:34:56Z');

it.each([
  ['1h', 'UTC', 60, '2026-11-20T11:35:00Z', '2026-11-20T12:34:00Z'],
  ['8h', 'UTC', 8, '2026-11-20T05:00:00Z', '2026-11-20T12:00:00Z'],
  ['24h', 'UTC', 24, '2026-11-19T13:00:00Z', '2026-11-20T12:00:00Z'],
  ['7d', 'UTC', 56, '2026-11-13T15:00:00Z', '2026-11-20T12:00:00Z'],
  ['30d', 'Asia/Shanghai', 30, '2026-10-21T16:00:00Z', '2026-11-19T16:00:00Z'],
  // Clocks went back on 1 November.
  ['30d', 'America/New_York', 30, '2026-10-22T04:00:00Z', '2026-11-20T05:00:00Z'],
] as const)('the last %s in %s are %i buckets', (range, zone, count, first, last) => {
  const { starts } = statsWindow(range, NOW, zone);
  expect([starts.length, starts[0], starts.at(-1)]).toEqual([count, Date.parse(first), Date.parse(last)]);
});

it('finds the bucket of a time', () => {
  const window = statsWindow('24h', NOW, 'UTC');
  expect(bucketOf(window, window.starts[0]! - 1)).toBe(-1);
  window.starts.forEach((start, index) => expect(bucketOf(window, start + 1)).toBe(index));
  expect(bucketOf(window, NOW)).toBe(23);
});
