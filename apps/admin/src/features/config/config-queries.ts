import type { SettingsDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

export const configQueries = {
  /** Every setting; asked again each minute, so that changes by others are seen. */
  settings: () =>
    queryOptions({
      queryKey: ['settings'] as const,
      queryFn: async ({ signal }) => (await api.get<SettingsDto>('/settings', { signal })).data,
      refetchInterval: 60_000,
    }),
};
