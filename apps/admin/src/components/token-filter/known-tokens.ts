import type { TokenListDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

/** All tokens, for filters and names, which need none of their fresh figures. Stale with every change of a token. */
export function knownTokens() {
  return queryOptions({
    queryKey: ['tokens', 'known'] as const,
    queryFn: async ({ signal }) => (await api.get<TokenListDto>('/tokens', { signal })).data.items,
    staleTime: 60_000,
  });
}
