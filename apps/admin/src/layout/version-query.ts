import type { VersionDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api-client';

const HOUR_MS = 3_600_000;

/** The version of the gateway, whether a newer one is out, and where the project lives. */
export const versionQuery = () =>
  queryOptions({
    queryKey: ['version'] as const,
    queryFn: async ({ signal }) => (await api.get<VersionDto>('/version', { signal })).data,
    staleTime: HOUR_MS,
    refetchInterval: HOUR_MS,
  });
