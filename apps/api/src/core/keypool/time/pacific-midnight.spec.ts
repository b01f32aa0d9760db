import { nextPacificMidnight } from './pacific-midnight';

const at = (iso: string) => new Date(nextPacificMidnight(Date.parse(iso))).toISOString();

describe('nextPacificMidnight', () => {
  it.each([
    ['in winter', '2026-11-20T12:00:00Z', '2026-11-21T08:00:00.000Z'],
    ['in summer', '2026-07-01T12:00:00Z', '2026-07-02T07:00:00.000Z'],
    ['just before midnight', '2026-11-21T07:59:59.999Z', '2026-11-21T08:00:00.000Z'],
    ['at midnight, which is the day after', '2026-11-21T08:00:00Z', '2026-11-22T08:00:00.000Z'],
    ['on the day of 23 hours, before the change', '2026-03-08T08:30:00Z', '2026-03-09T07:00:00.000Z'],
    ['on the day of 23 hours, after the change', '2026-03-08T20:00:00Z', '2026-03-09T07:00:00.000Z'],
    ['on the eve of the day of 23 hours', '2026-03-07T20:00:00Z', '2026-03-08T08:00:00.000Z'],
    ['on the day of 25 hours, before the change', '2026-11-01T07:30:00Z', '2026-11-02T08:00:00.000Z'],
    [
      'on the day of 25 hours, in the hour that comes twice',
      '2026-11-01T09:30:00Z',
      '2026-11-02T08:00:00.000Z',
    ],
    ['on the day of 25 hours, in its last hour', '2026-11-02T07:30:00Z', '2026-11-02T08:00:00.000Z'],
    ['on the eve of the day of 25 hours', '2026-10-31T20:00:00Z', '2026-11-01T07:00:00.000Z'],
    ['at the turn of the year', '2027-01-01T05:00:00Z', '2027-01-01T08:00:00.000Z'],
  ])('%s', (_, now, midnight) => {
    expect(at(now)).toBe(midnight);
  });

  it('is right for every half hour of a year, in any order', () => {
    const wall = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/Los_Angeles',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
    const start = Date.UTC(2026, 0, 1, 0, 15);
    const wrong: string[] = [];
    for (let step = 0; step < 365 * 48; step++) {
      // 7919 is coprime to the number of steps, so every half hour is visited once, far from the one before.
      const nowMs = start + ((step * 7_919) % (365 * 48)) * 1_800_000;
      const waitMs = nextPacificMidnight(nowMs) - nowMs;
      const isNext = waitMs > 0 && waitMs <= 25 * 3_600_000;
      if (!isNext || wall.format(nowMs + waitMs) !== '00:00:00') wrong.push(new Date(nowMs).toISOString());
    }
    expect(wrong).toEqual([]);
  });
});
