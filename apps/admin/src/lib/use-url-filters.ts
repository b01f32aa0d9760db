import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { parseFilters, withFilters, type FilterReaders, type FiltersOf } from './url-filters';

export interface UrlFilters<Readers extends FilterReaders> {
  filters: FiltersOf<Readers>;
  /** Changes the values that are given, without a new history entry. Keeps its identity. */
  change: (changed: FiltersOf<Readers>) => void;
  /** Removes all of them. */
  clear: () => void;
  /** How many are set. */
  count: number;
  /** The query string with some values changed, for a link; begins with `?`. */
  searchWith: (changed: FiltersOf<Readers>) => string;
}

/** The state of a page in the address bar. `readers` must keep their identity. */
export function useUrlFilters<Readers extends FilterReaders>(readers: Readers): UrlFilters<Readers> {
  const [search, setSearch] = useSearchParams();
  const text = String(search);
  const filters = useMemo(() => parseFilters(readers, new URLSearchParams(text)), [readers, text]);
  const change = useCallback(
    (changed: FiltersOf<Readers>) =>
      setSearch((present) => withFilters(present, changed), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const clear = useCallback(
    () =>
      change(Object.fromEntries(Object.keys(readers).map((name) => [name, undefined])) as FiltersOf<Readers>),
    [change, readers],
  );
  return {
    filters,
    change,
    clear,
    count: Object.keys(filters).length,
    searchWith: (changed) => `?${withFilters(search, changed)}`,
  };
}
