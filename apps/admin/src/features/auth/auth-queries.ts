import type { SessionDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

export const authQueries = {
  /** The present session; rejected with a 401 where there is none. */
  session: () =>
    queryOptions({
      queryKey: ['auth', 'session'],
      queryFn: async ({ signal }) => (await api.get<SessionDto>('/auth/session', { signal })).data,
      staleTime: Infinity,
      retry: false,
      meta: { expectsNoSession: true },
    }),
};
