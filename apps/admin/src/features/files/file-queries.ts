import type { FileListDto, TokenListDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { pageQuery, type PageSource } from '../../components/data-table/paging/page-query';
import { api } from '../../lib/api-client';
import type { FileQuery } from './file-filters';

export const fileQueries = {
  all: () => ['files'] as const,

  list: (query: FileQuery): PageSource => ({ key: fileQueries.all(), path: '/files', params: query }),

  /** The first page: with the totals, of all files and of those that match. */
  firstPage: (query: FileQuery) => pageQuery<FileListDto>(fileQueries.list(query), 0),

  /** The tokens that files can be narrowed to. */
  tokens: () =>
    queryOptions({
      queryKey: [...fileQueries.all(), 'tokens'] as const,
      queryFn: async ({ signal }) => (await api.get<TokenListDto>('/tokens', { signal })).data.items,
    }),
};
