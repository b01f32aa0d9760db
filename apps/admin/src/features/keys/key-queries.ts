import type { KeyListDto } from '@gemini-balance/shared';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api-client';
import type { KeyFilters } from './key-filters';

export const PAGE_SIZE = 100;

export const keyQueries = {
  all: () => ['keys'] as const,

  /** The page at `index`. Where it begins is asked of the page before it at each fetch, so that pages follow each other also after keys came or went. */
  page: (filters: KeyFilters, index: number) =>
    queryOptions({
      queryKey: [...keyQueries.all(), 'list', filters, index] as const,
      queryFn: async ({ signal, client }): Promise<KeyListDto> => {
        const before = index === 0 ? undefined : pageBefore(client, filters, index);
        if (before && before.nextCursor === undefined) return { items: [], totals: before.totals };
        const params = { ...filters, cursor: before?.nextCursor, limit: PAGE_SIZE };
        return (await api.get<KeyListDto>('/keys', { params, signal })).data;
      },
    }),
};

function pageBefore(client: QueryClient, filters: KeyFilters, index: number): KeyListDto {
  const page = client.getQueryData(keyQueries.page(filters, index - 1).queryKey);
  if (!page) throw new Error(`Page ${index} of the keys was asked for before page ${index - 1}.`);
  return page;
}
