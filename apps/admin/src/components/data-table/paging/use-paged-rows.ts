import type { Page } from '@gemini-balance/shared';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
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
 * The rows of a list, loaded page by page as they are scrolled to. Only the pages on the screen, the first and the last are
 * watched and refreshed, while the tab is visible: the cost does not grow with the length.
 */
export function usePagedRows<Item extends { id: RowId }>(
  source: PageSource,
  refreshMs: number | false,
): PagedRows<Item> {
  const [pageCount, setPageCount] = useState(1);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [known, setKnown] = useState<readonly Page<Item>[]>([]);

  const watched = watchedPages(range, pageCount);
  const results = useQueries({
    queries: watched.map((index) => ({
      ...pageQuery<Page<Item>>(source, index, known[index - 1]),
      refetchInterval: refreshMs,
    })),
  });
  const fresh = results.flatMap(({ data }, n) => (data ? [[watched[n]!, data] as const] : []));
  // During the render, so that no frame shows rows that are known to be old.
  if (fresh.some(([index, page]) => known[index] !== page)) setKnown(withPages(known, fresh));

  const rows = useMemo(() => withoutRepeats(known.flatMap((page) => page.items)), [known]);
  const bounds = useMemo(() => boundsOf(known), [known]);
  const last = results.at(-1)!;
  const hasMore = last.data?.nextCursor !== undefined;
  const onRangeChange = useCallback(
    (first: number, end: number) => {
      const seen = { first: pageOf(bounds, first), last: pageOf(bounds, end) };
      setRange((present) => (present.first === seen.first && present.last === seen.last ? present : seen));
      if (hasMore && end >= rows.length - READ_AHEAD_ROWS) setPageCount(known.length + 1);
    },
    [hasMore, rows.length, bounds, known.length],
  );
  return {
    rows,
    firstPage: results[0]!,
    isLoadingMore: pageCount > 1 && last.isLoading,
    moreError: last.data ? null : last.error,
    retryMore: () => void last.refetch(),
    onRangeChange,
  };
}

/** The first page, those on the screen, and the last; in order. */
function watchedPages({ first, last }: { first: number; last: number }, pageCount: number): number[] {
  const seen = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return [...new Set([0, ...seen, pageCount - 1])].filter((index) => index < pageCount).sort((a, b) => a - b);
}

function withPages<Item>(
  known: readonly Page<Item>[],
  fresh: readonly (readonly [index: number, page: Page<Item>])[],
): Page<Item>[] {
  const pages = [...known];
  for (const [index, page] of fresh) pages[index] = page;
  return pages;
}

/** The row after the last of each page. */
function boundsOf(pages: readonly Page<unknown>[]): number[] {
  let end = 0;
  return pages.map(({ items }) => (end += items.length));
}

function pageOf(bounds: readonly number[], row: number): number {
  const page = bounds.findIndex((bound) => row < bound);
  return page === -1 ? Math.max(0, bounds.length - 1) : page;
}

/** Rows move to an earlier page when others are deleted, and are in two pages until both are fresh. */
function withoutRepeats<Item extends { id: RowId }>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
