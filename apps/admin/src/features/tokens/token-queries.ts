import type { TokenDto, UsageDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import type { PageSource } from '../../components/data-table/paging/page-query';
import { api } from '../../lib/api-client';

export const tokenQueries = {
  all: () => ['tokens'] as const,

  /** All of them come as one page. */
  list: (): PageSource => ({ key: tokenQueries.all(), path: '/tokens', params: {} }),

  /** What was asked with each token in the last 24 hours; those that were not used are not in it. */
  usage: () =>
    queryOptions({
      queryKey: [...tokenQueries.all(), 'usage'] as const,
      queryFn: async ({ signal }) => {
        const params = { range: '24h', by: 'token', limit: 1_000 };
        return (await api.get<UsageDto>('/stats/usage', { params, signal })).data.items;
      },
      refetchInterval: 15_000,
    }),
};

/** The id that logs and statistics know a token by: they take the admin tokens for one. */
export function loggedId({ id, role }: TokenDto): number {
  return role === 'admin' ? 0 : id;
}
