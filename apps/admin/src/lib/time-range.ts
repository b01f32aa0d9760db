import { STATS_RANGES, type StatsRange } from '@gemini-balance/shared';

/** Times that end now, days of the browser's calendar, and all that is older than some days. */
export const TIME_RANGES = [...STATS_RANGES, 'today', 'yesterday', 'before-7d', 'before-30d'] as const;
export type TimeRange = (typeof TIME_RANGES)[number];

/** UTC milliseconds: from the first, and before the second. */
export interface Moments {
  fromMs?: number;
  toMs?: number;
}

const DAY_MS = 86_400_000;
const RANGE_MS: Record<StatsRange, number> = {
  '1h': 3_600_000,
  '8h': 28_800_000,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
};

/** The moments that a range means just now. */
export function momentsOf(range: TimeRange, nowMs: number): Moments {
  switch (range) {
    case 'today':
      return { fromMs: midnight(nowMs, 0) };
    case 'yesterday':
      return { fromMs: midnight(nowMs, -1), toMs: midnight(nowMs, 0) };
    case 'before-7d':
      return { toMs: nowMs - RANGE_MS['7d'] };
    case 'before-30d':
      return { toMs: nowMs - RANGE_MS['30d'] };
    default:
      return { fromMs: nowMs - RANGE_MS[range] };
  }
}

/** When a day began in the browser's time zone; days in which the clocks change are longer or shorter than others. */
export function midnight(nowMs: number, days: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
}
