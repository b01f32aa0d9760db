import { atWallClock, wallClockMs } from '../../core/wall-clock';
import type { Schedule } from '../../scheduling/scheduled-task';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * When a task is due, in UTC milliseconds. A time that was missed is in the past: the task is due at once, and once only.
 * @param sinceMs when it last started; for one that never did, since when it is known
 */
export function nextRunMs(schedule: Schedule, sinceMs: number, timeZone: string): number {
  if ('everyMs' in schedule) return sinceMs + schedule.everyMs;
  const [hours, minutes] = schedule.dailyAt.split(':').map(Number) as [number, number];
  const since = wallClockMs(sinceMs, timeZone);
  const midnight = since - (((since % DAY_MS) + DAY_MS) % DAY_MS);
  for (let day = 0; ; day++) {
    const dueMs = atWallClock(midnight + day * DAY_MS + (hours * 60 + minutes) * MINUTE_MS, timeZone);
    if (dueMs > sinceMs) return dueMs;
  }
}
