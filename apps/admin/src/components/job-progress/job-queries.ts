import type { JobDto, JobItemDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

const LOOK_MS = 2_000;

export const isOver = (job: JobDto): boolean => job.endedAtMs !== undefined;

export const jobQueries = {
  all: () => ['jobs'] as const,

  /** One job. Looked at again and again while it goes on, unless its events come. */
  one: (id: string, hasEvents: boolean) =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'one', id] as const,
      queryFn: async ({ signal }) =>
        (await api.get<JobDto>(`/jobs/${encodeURIComponent(id)}`, { signal })).data,
      refetchInterval: ({ state: { data } }) => (hasEvents || (data && isOver(data)) ? false : LOOK_MS),
    }),

  /** The jobs that go on, newest first. */
  running: () =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'running'] as const,
      queryFn: async ({ signal }) =>
        (await api.get<{ items: JobDto[] }>('/jobs', { params: { state: 'running', limit: 20 }, signal }))
          .data.items,
      refetchInterval: 10_000,
    }),

  /** Some of the things that ended for one reason. */
  items: (id: string, reason: string) =>
    queryOptions({
      queryKey: [...jobQueries.all(), 'items', id, reason] as const,
      queryFn: async ({ signal }) =>
        (
          await api.get<{ items: JobItemDto[]; nextCursor?: string }>(
            `/jobs/${encodeURIComponent(id)}/items`,
            {
              params: { reason, limit: 100 },
              signal,
            },
          )
        ).data,
    }),
};
