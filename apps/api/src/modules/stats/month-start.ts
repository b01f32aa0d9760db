import { atWallClock, wallClockMs } from '../../core/wall-clock';

/**
 * The start of the calendar month that `nowMs` lies in, as UTC milliseconds.
 * @param timeZone an IANA name: `Asia/Shanghai`
 */
export function monthStartMs(nowMs: number, timeZone: string): number {
  const date = new Date(wallClockMs(nowMs, timeZone));
  return atWallClock(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1), timeZone);
}
