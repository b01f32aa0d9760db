import type { PageSource } from '../../components/data-table/page-query';

export const tokenQueries = {
  all: () => ['tokens'] as const,

  /** All of them come as one page. */
  list: (): PageSource => ({ key: tokenQueries.all(), path: '/tokens', params: {} }),
};
