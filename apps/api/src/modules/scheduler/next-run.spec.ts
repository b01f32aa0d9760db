import fc from 'fast-check';
import { nextRunMs } from './next-run';

const HOUR_MS = 3_600_000;

it('is due again one pause after it started', () => {
  expect(nextRunMs({ everyMs: HOUR_MS }, 5_000, 'UTC')).toBe(5_000 + HOUR_MS);
});

it.each([
  ['03:00', '2026-11-21T01:00:00Z', 'UTC', '2026-11-21T03:00:00Z'],
  ['03:00', '2026-11-21T03:00:00Z', 'UTC', '2026-11-22T03:00:00Z'],
  ['00:00', '2026-11-21T15:59:00Z', 'Asia/Shanghai', '2026-11-21T16:00:00Z'],
  ['23:59', '2026-11-21T16:00:00Z', 'Asia/Shanghai', '2026-11-22T15:59:00Z'],
  // Clocks skip 02:00 to 03:00 on 8 March, and show 01:00 to 02:00 twice on 1 November.
  ['02:30', '2026-03-08T08:00:00Z', 'America/Los_Angeles', '2026-03-08T10:30:00Z'],
  ['03:30', '2026-03-08T08:00:00Z', 'America/Los_Angeles', '2026-03-08T10:30:00Z'],
  ['03:00', '2026-10-31T10:00:00Z', 'America/Los_Angeles', '2026-11-01T11:00:00Z'],
])('daily at %s, after %s, in %s, is due at %s', (dailyAt, since, zone, due) => {
  expect(new Date(nextRunMs({ dailyAt }, Date.parse(since), zone)).toISOString()).toBe(
    new Date(due).toISOString(),
  );
});

it('runs a daily task once a day, also when clocks change', () => {
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu');
  const hours = fc.integer({ min: 0, max: 23 });
  const starts = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
  fc.assert(
    fc.property(starts, hours, zones, (startMs, hour, zone) => {
      let sinceMs = nextRunMs({ dailyAt: `${hour}:15` }, startMs, zone);
      for (let day = 0; day < 10; day++) {
        const dueMs = nextRunMs({ dailyAt: `${hour}:15` }, sinceMs, zone);
        if (dueMs - sinceMs < 22 * HOUR_MS || dueMs - sinceMs > 26 * HOUR_MS) return false;
        sinceMs = dueMs;
      }
      return true;
    }),
  );
});
