import type { Page } from '@gemini-balance/shared';
import { queryOptions, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

const PAGE_SIZE = 100;

/** A list of the admin REST that comes in pages: its path, and the filters and sort of which the cursor is. */
export interface PageSource {
  /** Begins the keys of its queries, so that a mutation can invalidate them. */
  key: QueryKey;
  path: string;
  params: object;
}

/**
 * The page at `index`. Where it begins is asked of the page before it at each fetch, so that pages follow each other also after
 * rows came or went.
 * @param lastKnown the page before it, for when the cache has let go of it
 */
export function pageQuery<List extends Page<unknown>>(source: PageSource, index: number, lastKnown?: List) {
  const { key, path, params } = source;
  return queryOptions({
    queryKey: [...key, path, params, index] as const,
    queryFn: async ({ signal, client }): Promise<List> => {
      const before = index === 0 ? undefined : pageBefore(client, source, index, lastKnown);
      if (before && before.nextCursor === undefined) return { ...before, items: [] };
      const query = { ...params, cursor: before?.nextCursor, limit: PAGE_SIZE };
      return (await api.get<List>(path, { params: query, signal })).data;
    },
  });
}

function pageBefore<List extends Page<unknown>>(
  client: QueryClient,
  source: PageSource,
  index: number,
  lastKnown: List | undefined,
): List {
  const cached = client.getQueryData<List>([...source.key, source.path, source.params, index - 1]);
  const page = cached ?? lastKnown;
  if (!page) throw new Error(`Page ${index} of ${source.path} was asked for before page ${index - 1}.`);
  return page;
}
