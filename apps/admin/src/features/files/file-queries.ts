import type { FileListDto } from '@gemini-balance/shared';
import { pageQuery, type PageSource } from '../../components/data-table/paging/page-query';
import type { FileQuery } from './file-filters';

export const fileQueries = {
  all: () => ['files'] as const,

  list: (query: FileQuery): PageSource => ({ key: fileQueries.all(), path: '/files', params: query }),

  /** The first page: with the totals, of all files and of those that match. */
  firstPage: (query: FileQuery) => pageQuery<FileListDto>(fileQueries.list(query), 0),
};
