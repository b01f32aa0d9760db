import type { KeyDto } from '@gemini-balance/shared';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
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

  const pages = useQueries({
    queries: Array.from({ length: pageCount }, (_, index) => ({
      ...keyQueries.page(filters, index),
      enabled: index === 0 || isOnScreen(index) || isLast(index),
      refetchInterval: REFRESH_MS,
    })),
  });

  const lists = pages.map((page) => page.data);
  const rows = useMemo(
    () => withoutRepeats(lists.flatMap((list) => list?.items ?? [])),
    // The lists keep their identity while nothing in them changes; the array around them is new at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    lists,
  );

  const last = pages[pageCount - 1];
  const hasMore = last?.data?.nextCursor !== undefined;
  const onRangeChange = useCallback(
    (first: number, lastRow: number) => {
      setRange((present) =>
        present.first === first && present.last === lastRow ? present : { first, last: lastRow },
      );
      if (hasMore && lastRow >= rows.length - READ_AHEAD_ROWS) setPageCount((count) => count + 1);
    },
    [hasMore, rows.length],
  );

  return {
    rows,
    isLoadingMore: pageCount > 1 && (last?.isLoading ?? false),
    moreError: pageCount > 1 && !last?.data ? (last?.error ?? null) : null,
    retryMore: () => void last?.refetch(),
    onRangeChange,
  };
}

/** Keys move to an earlier page when others are deleted, and are in two pages until both are fresh. */
function withoutRepeats(keys: KeyDto[]): KeyDto[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}
