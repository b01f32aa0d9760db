import type { KeyDetailDto, KeyGroupDto, KeyListDto, ProxyListDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { pageQuery, type PageSource } from '../../components/data-table/paging/page-query';
import { api } from '../../lib/api-client';
import type { KeyQuery } from './key-filters';

export const keyQueries = {
  all: () => ['keys'] as const,

  list: (query: KeyQuery): PageSource => ({ key: keyQueries.all(), path: '/keys', params: query }),

  /** The first page: with the totals, of all keys and of those that match. */
  firstPage: (query: KeyQuery) => pageQuery<KeyListDto>(keyQueries.list(query), 0),

  one: (id: number) =>
    queryOptions({
      queryKey: [...keyQueries.all(), 'one', id] as const,
      queryFn: async ({ signal }) => (await api.get<KeyDetailDto>(`/keys/${id}`, { signal })).data,
      refetchInterval: 5_000,
    }),

  groups: () =>
    queryOptions({
      queryKey: [...keyQueries.all(), 'groups'] as const,
      queryFn: async ({ signal }) =>
        (await api.get<{ items: KeyGroupDto[] }>('/key-groups', { signal })).data.items,
      staleTime: 10_000,
    }),

  proxies: () =>
    queryOptions({
      queryKey: [...keyQueries.all(), 'proxies'] as const,
      queryFn: async ({ signal }) => (await api.get<ProxyListDto>('/proxies', { signal })).data,
      staleTime: 60_000,
    }),
};
