import type { ModelDetailDto, ModelListDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { pageQuery, type PageSource } from '../../components/data-table/paging/page-query';
import { MODELS } from '../../components/model-picker/known-models';
import { api } from '../../lib/api-client';
import type { ModelQuery } from './model-filters';

export const modelQueries = {
  list: (query: ModelQuery): PageSource => ({ key: MODELS, path: '/models', params: query }),

  /** The first page: with where the list comes from, and the totals of all models. */
  firstPage: (query: ModelQuery) => pageQuery<ModelListDto>(modelQueries.list(query), 0),

  one: (name: string) =>
    queryOptions({
      queryKey: [...MODELS, 'one', name] as const,
      queryFn: async ({ signal }) =>
        (await api.get<ModelDetailDto>(`/models/${encodeURIComponent(name)}`, { signal })).data,
      refetchInterval: 5_000,
    }),
};
