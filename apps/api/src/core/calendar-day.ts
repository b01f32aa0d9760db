import { atWallClock, wallClockMs } from './wall-clock';

/**
 * The midnight with which the calendar day of `nowMs` began, in UTC milliseconds; with `days` that of another day.
 * @param timeZone an IANA name: `Asia/Shanghai`
 * @param days 1 for tomorrow's, -1 for yesterday's
 */
export function dayStartMs(nowMs: number, timeZone: string, days = 0): number {
  const date = new Date(wallClockMs(nowMs, timeZone));
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days);
  return atWallClock(midnight, timeZone);
}
