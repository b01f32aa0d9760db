import { RecentCalls } from './recent-calls';

const NOON = 1_750_000_000_000;

it.each([
  [0, 1],
  [1_000, 1],
  [59_999, 1],
  [60_000, 0],
  [61_000, 0],
  [3_600_000, 0],
])('%i ms after a call the last minute holds %i', (laterMs, successes) => {
  const recent = new RecentCalls();
  recent.add(NOON, true);
  expect(recent.totals(NOON + laterMs)).toEqual({ successes, failures: 0 });
});

it('adds up what happened in different seconds', () => {
  const recent = new RecentCalls();
  for (let second = 0; second < 300; second += 1) recent.add(NOON + second * 1_000, second % 3 > 0);
  expect(recent.totals(NOON + 299_000)).toEqual({ successes: 40, failures: 20 });
});

it('does not count what a clock that was set back has yet to reach', () => {
  const recent = new RecentCalls();
  recent.add(NOON + 30_000, true);
  recent.add(NOON, false);
  expect(recent.totals(NOON)).toEqual({ successes: 0, failures: 1 });
});
