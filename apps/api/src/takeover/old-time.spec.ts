import { oldTimeMs } from './old-time';

it.each([
  ['2026-11-20 08:30:00', 'Asia/Shanghai', '2026-11-20T00:30:00.000Z'],
  ['2026-11-20 08:30:00.250000', 'Asia/Shanghai', '2026-11-20T00:30:00.250Z'],
  ['2026-07-01T12:00:00', 'America/New_York', '2026-07-01T16:00:00.000Z'],
  ['2026-01-01 12:00:00', 'America/New_York', '2026-01-01T17:00:00.000Z'],
  ['2026-11-20T08:30:00Z', 'Asia/Shanghai', '2026-11-20T08:30:00.000Z'],
  ['2026-11-20T08:30:00+02:00', 'Asia/Shanghai', '2026-11-20T06:30:00.000Z'],
])('reads %s of %s', (text, timeZone, expected) => {
  expect(new Date(oldTimeMs(text, timeZone)!).toISOString()).toBe(expected);
});

it('knows what is no time', () => expect(oldTimeMs('yesterday', 'UTC')).toBeUndefined());
