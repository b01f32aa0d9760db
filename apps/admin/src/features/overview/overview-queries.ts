import type {
  AttentionDto,
  LatencyStatsDto,
  OverviewDto,
  SeriesDto,
  StatsRange,
  UsageDto,
  VersionDto,
} from '@gemini-balance/shared';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

/** Counters; refreshed while the tab is visible, like all below. */
const COUNTERS_MS = 5_000;
const CHARTS_MS = 15_000;
const VERSION_MS = 3_600_000;

/** What the page shows while another range or status is loaded is what it showed before. */
function read<Answer>(path: string, params: object, refetchInterval: number) {
  return queryOptions({
    queryKey: ['overview', path, params] as const,
    queryFn: async ({ signal }) => (await api.get<Answer>(path, { params, signal })).data,
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}

export const overviewQueries = {
  overview: () => read<OverviewDto>('/overview', {}, COUNTERS_MS),
  version: () => read<VersionDto>('/version', {}, VERSION_MS),
  series: (range: StatsRange) => read<SeriesDto>('/stats/series', { range }, CHARTS_MS),
  latency: (range: StatsRange) => read<LatencyStatsDto>('/stats/latency', { range }, CHARTS_MS),
  models: (range: StatsRange) => read<UsageDto>('/stats/usage', { range, by: 'model', limit: 10 }, CHARTS_MS),
  attention: (status: string) => read<AttentionDto>('/stats/attention', { status, limit: 10 }, CHARTS_MS),
};
