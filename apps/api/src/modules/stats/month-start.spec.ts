import fc from 'fast-check';
import { monthStartMs } from './month-start';

it.each([
  ['2026-03-15T12:00:00Z', 'UTC', '2026-03-01T00:00:00Z'],
  ['2026-03-01T00:00:00Z', 'UTC', '2026-03-01T00:00:00Z'],
  ['2026-02-28T16:00:00Z', 'Asia/Shanghai', '2026-02-28T16:00:00Z'],
  ['2026-02-28T15:59:59.999Z', 'Asia/Shanghai', '2026-01-31T16:00:00Z'],
  ['2026-01-01T03:00:00Z', 'America/Los_Angeles', '2025-12-01T08:00:00Z'],
  // Clocks went forward on 8 March and back on 1 November.
  ['2026-03-20T12:00:00Z', 'America/Los_Angeles', '2026-03-01T08:00:00Z'],
  ['2026-11-01T12:00:00Z', 'America/Los_Angeles', '2026-11-01T07:00:00Z'],
  ['2026-05-10T00:00:00.500Z', 'Asia/Kolkata', '2026-04-30T18:30:00Z'],
])('at %s in %s began at %s', (now, zone, start) => {
  expect(new Date(monthStartMs(Date.parse(now), zone)).toISOString()).toBe(new Date(start).toISOString());
});

it('is the first midnight of the month, whatever the zone', () => {
  const zones = [
    'UTC',
    'Asia/Shanghai',
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/St_Johns',
  ];
  const times = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
  fc.assert(
    fc.property(times, fc.constantFrom(...zones), (nowMs, timeZone) => {
      const show = (timeMs: number) => new Date(timeMs).toLocaleString('sv-SE', { timeZone });
      const startMs = monthStartMs(nowMs, timeZone);
      expect(startMs).toBeLessThanOrEqual(nowMs);
      expect(show(startMs)).toBe(`${show(nowMs).slice(0, 7)}-01 00:00:00`);
      expect(show(startMs - 1).slice(0, 7)).not.toBe(show(nowMs).slice(0, 7));
    }),
  );
});
