import type { StatsRange } from '@gemini-balance/shared';
import { dayStartMs } from '../../core/calendar-day';

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** A time that ends now, in buckets. */
export interface StatsWindow {
  readonly range: StatsRange;
  /** The starts of the buckets, rising. */
  readonly starts: readonly number[];
  readonly toMs: number;
  /** Whether its figures are read by the minute; by the hour otherwise. */
  readonly isByMinute: boolean;
}

/** How many buckets of what length; a month has one for each calendar day. */
const SHAPES: Readonly<Record<Exclude<StatsRange, '30d'>, readonly [count: number, lengthMs: number]>> = {
  '1h': [60, MINUTE_MS],
  '8h': [8, HOUR_MS],
  '24h': [24, HOUR_MS],
  '7d': [56, 3 * HOUR_MS],
};
const DAYS = 30;

/** The last bucket is the one that is not over yet. */
export function statsWindow(range: StatsRange, nowMs: number, timeZone: string): StatsWindow {
  return { range, starts: startsOf(range, nowMs, timeZone), toMs: nowMs, isByMinute: range === '1h' };
}

function startsOf(range: StatsRange, nowMs: number, timeZone: string): number[] {
  if (range === '30d')
    return Array.from({ length: DAYS }, (_, index) => dayStartMs(nowMs, timeZone, index + 1 - DAYS));
  const [count, lengthMs] = SHAPES[range];
  const last = nowMs - (nowMs % lengthMs);
  return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * lengthMs);
}

/** The index of the bucket that a time lies in; -1 before the first. */
export function bucketOf({ starts }: StatsWindow, timeMs: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
