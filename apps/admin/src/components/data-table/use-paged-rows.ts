import type { Page } from '@gemini-balance/shared';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { pageQuery, type PageSource } from './page-query';

/** How many rows before the end the next page is asked for. */
const READ_AHEAD_ROWS = 40;

/** What a row is known by. */
export type RowId = number | string;

export interface PagedRows<Item> {
  rows: Item[];
  /** For the four states of the whole list. */
  firstPage: Pick<UseQueryResult<Page<Item>>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  isLoadingMore: boolean;
  /** Set when the next page could not be loaded. */
  moreError: Error | null;
  retryMore: () => void;
  /** Tells which rows, from 0, are on the screen. Keeps its identity while nothing more is loaded. */
  onRangeChange: (first: number, last: number) => void;
}

/**
 * The rows of a list, loaded page by page as they are scrolled to. Only the pages on the screen, and the first, are refreshed,
 * while the tab is visible: the cost does not grow with the length.
 */
export function usePagedRows<Item extends { id: RowId }>(
  source: PageSource,
  refreshMs: number | false,
): PagedRows<Item> {
  const [pageCount, setPageCount] = useState(1);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const { pages, rows, bounds, lastPage } = useQueries({
    queries: Array.from({ length: pageCount }, (_, index) => ({
      ...pageQuery<Page<Item>>(source, index),
      enabled: index === 0 || index === pageCount - 1 || (range.first <= index && index <= range.last),
      refetchInterval: refreshMs,
    })),
    combine: combinePages<Item>,
  });

  const { hasMore } = lastPage;
  const onRangeChange = useCallback(
    (first: number, last: number) => {
      const seen = { first: pageOf(bounds, first), last: pageOf(bounds, last) };
      setRange((present) => (present.first === seen.first && present.last === seen.last ? present : seen));
      if (hasMore && last >= rows.length - READ_AHEAD_ROWS) setPageCount((count) => count + 1);
    },
    [hasMore, rows.length, bounds],
  );
  return {
    rows,
    firstPage: pages[0]!,
    isLoadingMore: pageCount > 1 && lastPage.isLoading,
    moreError: lastPage.error,
    retryMore: lastPage.retry,
    onRangeChange,
  };
}

function combinePages<Item extends { id: RowId }>(pages: UseQueryResult<Page<Item>>[]) {
  const last = pages.at(-1);
  const sizes = pages.map((page) => page.data?.items.length ?? 0);
  return {
    pages,
    rows: withoutRepeats(pages.flatMap((page) => page.data?.items ?? [])),
    /** The row after the last of each page. */
    bounds: sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0)),
    lastPage: {
      hasMore: last?.data?.nextCursor !== undefined,
      isLoading: last?.isLoading ?? false,
      error: last?.data ? null : (last?.error ?? null),
      retry: () => void last?.refetch(),
    },
  };
}

function pageOf(bounds: number[], row: number): number {
  const page = bounds.findIndex((bound) => row < bound);
  return page === -1 ? bounds.length - 1 : page;
}

/** Rows move to an earlier page when others are deleted, and are in two pages until both are fresh. */
function withoutRepeats<Item extends { id: RowId }>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
