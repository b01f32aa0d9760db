import type { ProxyListDto, ScheduleDto, SessionListDto, StorageDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

function systemQuery<Answer>(path: string, refetchInterval: number) {
  return queryOptions({
    queryKey: ['system', path] as const,
    queryFn: async ({ signal }) => (await api.get<Answer>(path, { signal })).data,
    refetchInterval,
  });
}

export const systemQueries = {
  all: () => ['system'] as const,
  schedules: () => systemQuery<{ items: ScheduleDto[] }>('/schedules', 5_000),
  proxies: () => systemQuery<ProxyListDto>('/proxies', 10_000),
  sessions: () => systemQuery<SessionListDto>('/auth/sessions', 30_000),
  storage: () => systemQuery<StorageDto>('/storage', 60_000),
};
