import type { OverviewDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

export const overviewQueries = {
  /** Refreshed every 5 s while the page is visible. */
  overview: () =>
    queryOptions({
      queryKey: ['overview'],
      queryFn: async ({ signal }) => (await api.get<OverviewDto>('/overview', { signal })).data,
      refetchInterval: 5_000,
    }),
};
