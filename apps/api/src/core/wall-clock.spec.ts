import fc from 'fast-check';
import { atWallClock, wallClockMs } from './wall-clock';

const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Chatham'];

it.each([
  ['Asia/Shanghai', '2026-11-21T00:30:00Z', '2026-11-21T08:30:00Z'],
  ['America/Los_Angeles', '2026-07-01T00:00:00Z', '2026-06-30T17:00:00Z'],
  ['America/Los_Angeles', '2026-12-01T00:00:00.250Z', '2026-11-30T16:00:00.250Z'],
])('in %s clocks show at %s what is %s', (zone, time, shown) => {
  expect(new Date(wallClockMs(Date.parse(time), zone)).toISOString()).toBe(new Date(shown).toISOString());
});

it('finds a time at which clocks show just that, or one within an hour of what they skip', () => {
  const times = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
  fc.assert(
    fc.property(times, fc.constantFrom(...ZONES), (wallMs, zone) => {
      const offMs = Math.abs(wallClockMs(atWallClock(wallMs, zone), zone) - wallMs);
      return offMs === 0 || offMs === 3_600_000;
    }),
  );
});
