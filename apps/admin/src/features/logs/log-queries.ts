import type { LogFileName, LoggedRoutesDto, LogLinesDto, RequestDetailsDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

export const logQueries = {
  all: () => ['logs'] as const,

  /** A client request with its attempts, by the id that its client was told. */
  details: (requestId: string) =>
    queryOptions({
      queryKey: [...logQueries.all(), 'details', requestId] as const,
      queryFn: async ({ signal }) =>
        (
          await api.get<RequestDetailsDto>(`/logs/requests/lookup/${encodeURIComponent(requestId)}`, {
            signal,
          })
        ).data,
    }),

  /** The newest lines of a log file, the oldest of them first. */
  file: (name: LogFileName) =>
    queryOptions({
      queryKey: [...logQueries.all(), 'file', name] as const,
      queryFn: async ({ signal }) =>
        (await api.get<LogLinesDto>(`/logs/files/${name}`, { params: { limit: 500 }, signal })).data,
      refetchInterval: 5_000,
    }),

  /** The patterns of the routes that were called. */
  routes: () =>
    queryOptions({
      queryKey: [...logQueries.all(), 'routes'] as const,
      queryFn: async ({ signal }) =>
        (await api.get<LoggedRoutesDto>('/logs/requests/routes', { signal })).data.items,
      // New routes are seldom called.
      staleTime: 60_000,
    }),
};
