import type { LatencyStatsDto, SeriesDto } from '@gemini-balance/shared';
import type { ChartPoint, Series } from '../../../components/charts/series';

export const TREND_CHARTS = ['requests', 'tokens', 'latency'] as const;
export type TrendChart = (typeof TREND_CHARTS)[number];

/** The colour of each series of the trend. */
export const COLORS = {
  successes: 'var(--ready)',
  failures: 'var(--invalid)',
  inputTokens: 'var(--accent)',
  outputTokens: 'var(--ready)',
  thinkingTokens: 'var(--resting)',
  p50Ms: 'var(--accent)',
  p95Ms: 'var(--resting)',
  ttftMs: 'var(--ready)',
} as const;
export type TrendSeries = keyof typeof COLORS;

/** What each chart shows, in the order in which bars lie one on the other. */
const SERIES: Record<TrendChart, readonly TrendSeries[]> = {
  requests: ['successes', 'failures'],
  tokens: ['inputTokens', 'outputTokens', 'thinkingTokens'],
  latency: ['p50Ms', 'p95Ms', 'ttftMs'],
};

/** The sums of each bucket; those without a call are zero. */
export function sumPoints({ buckets }: SeriesDto): ChartPoint[] {
  return buckets.map(({ startMs, failedAttempts: _, ...sums }) => ({ atMs: startMs, ...sums }));
}

/** The percentiles of each bucket; absent where nothing was measured. */
export function latencyPoints({ buckets }: LatencyStatsDto): ChartPoint[] {
  return buckets.map(({ startMs, total, ttft }) => ({
    atMs: startMs,
    p50Ms: total.p50Ms,
    p95Ms: total.p95Ms,
    ttftMs: ttft.p50Ms,
  }));
}

export function toSeries(chart: TrendChart, labelOf: (series: TrendSeries) => string): Series[] {
  return SERIES[chart].map((id) => ({ id, label: labelOf(id), color: COLORS[id] }));
}
