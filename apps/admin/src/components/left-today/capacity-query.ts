import type { ModelCapacityListDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

/** What keys can do for each model, just now and today; refreshed while the tab is visible. */
export function keyCapacity() {
  return queryOptions({
    queryKey: ['keys', 'capacity'] as const,
    queryFn: async ({ signal }) => (await api.get<ModelCapacityListDto>('/keys/capacity', { signal })).data,
    refetchInterval: 5_000,
  });
}
