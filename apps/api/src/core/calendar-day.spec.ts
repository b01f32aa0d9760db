import { dayStartMs } from './calendar-day';

it.each([
  ['2026-03-15T12:00:00Z', 'UTC', 0, '2026-03-15T00:00:00Z'],
  ['2026-03-15T00:00:00Z', 'UTC', 1, '2026-03-16T00:00:00Z'],
  ['2026-02-28T16:00:00Z', 'Asia/Shanghai', 0, '2026-02-28T16:00:00Z'],
  ['2026-02-28T15:59:59Z', 'Asia/Shanghai', 1, '2026-02-28T16:00:00Z'],
  ['2026-01-01T03:00:00Z', 'America/Los_Angeles', -1, '2025-12-30T08:00:00Z'],
  // The day on which clocks go forward has 23 hours.
  ['2026-03-08T12:00:00Z', 'America/Los_Angeles', 0, '2026-03-08T08:00:00Z'],
  ['2026-03-08T12:00:00Z', 'America/Los_Angeles', 1, '2026-03-09T07:00:00Z'],
])('at %s in %s, day %i begins at its midnight', (now, zone, days, start) => {
  expect(dayStartMs(Date.parse(now), zone, days)).toBe(Date.parse(start));
});
