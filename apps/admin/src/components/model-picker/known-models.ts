import type { ModelListDto } from '@gemini-balance/shared';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api-client';

/** More than upstream lists. */
const ALL = 1_000;

/** Begins the keys of all queries about models. */
export const MODELS = ['models'] as const;

/** All models that the gateway knows, hidden ones among them: for pickers, which need no fresh counts of keys. */
export function knownModels() {
  return queryOptions({
    queryKey: [...MODELS, 'known'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<ModelListDto>('/models', { params: { limit: ALL }, signal })).data,
    staleTime: 60_000,
  });
}
