import type { KeyDto, KeyListDto } from '@gemini-balance/shared';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { KeyFilters } from './key-filters';
import { keyQueries, PAGE_SIZE } from './key-queries';

const REFRESH_MS = 3_000;
/** How many rows before the end the next page is asked for. */
const READ_AHEAD_ROWS = 40;

interface KeyRows {
  rows: KeyDto[];
  isLoadingMore: boolean;
  /** Set when the next page could not be loaded. */
  moreError: Error | null;
  retryMore: () => void;
  /** Tells which rows, from 0, are on the screen. */
  onRangeChange: (first: number, last: number) => void;
}

/** The keys that match, loaded page by page as they are scrolled to. Only the pages on the screen, and the first, are refreshed. */
export function useKeyRows(filters: KeyFilters): KeyRows {
  const [pageCount, setPageCount] = useState(1);
  const [range, setRange] = useState({ first: 0, last: 0 });

  const isOnScreen = (index: number): boolean =>
    index >= Math.floor(range.first / PAGE_SIZE) && index <= Math.floor(range.last / PAGE_SIZE);
  const isLast = (index: number): boolean => index === pageCount - 1;

  const { rows, lastPage } = useQueries({
    queries: Array.from({ length: pageCount }, (_, index) => ({
      ...keyQueries.page(filters, index),
      enabled: index === 0 || isOnScreen(index) || isLast(index),
      refetchInterval: REFRESH_MS,
    })),
    combine: combinePages,
  });

  const hasMore = lastPage.hasMore;
  const onRangeChange = useCallback(
    (first: number, last: number) => {
      setRange((present) => (present.first === first && present.last === last ? present : { first, last }));
      if (hasMore && last >= rows.length - READ_AHEAD_ROWS) setPageCount((count) => count + 1);
    },
    [hasMore, rows.length],
  );

  return {
    rows,
    isLoadingMore: pageCount > 1 && lastPage.isLoading,
    moreError: lastPage.error,
    retryMore: lastPage.retry,
    onRangeChange,
  };
}

function combinePages(pages: UseQueryResult<KeyListDto>[]) {
  const last = pages.at(-1);
  return {
    rows: withoutRepeats(pages.flatMap((page) => page.data?.items ?? [])),
    lastPage: {
      hasMore: last?.data?.nextCursor !== undefined,
      isLoading: last?.isLoading ?? false,
      error: last?.data ? null : (last?.error ?? null),
      retry: () => void last?.refetch(),
    },
  };
}

/** Keys move to an earlier page when others are deleted, and are in two pages until both are fresh. */
function withoutRepeats(keys: KeyDto[]): KeyDto[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}
