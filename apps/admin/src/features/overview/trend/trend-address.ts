import { STATS_RANGES, type StatsRange } from '@gemini-balance/shared';
import { oneOf } from '../../../lib/url-filters';
import { TREND_CHARTS } from './trend-charts';

export const DEFAULT_RANGE: StatsRange = '24h';
/** What the trend shows, in the address bar; all that speaks of the same range reads it there. */
export const TREND = {
  range: oneOf(STATS_RANGES),
  chart: oneOf(TREND_CHARTS),
  view: oneOf(['table'] as const),
};
