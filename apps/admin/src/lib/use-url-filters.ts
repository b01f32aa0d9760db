import { useCallback, useEffect, useMemo, useRef } from 'react';
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
  // The router tells of a change only once it is drawn; a second one that comes before must not lose the first.
  const drawn = useRef(text);
  const undrawn = useRef<Record<string, unknown>>({});
  useEffect(() => {
    drawn.current = text;
    undrawn.current = notIn(text, undrawn.current);
  }, [text]);
  const change = useCallback(
    (changed: FiltersOf<Readers>) => {
      undrawn.current = notIn(drawn.current, { ...undrawn.current, ...changed });
      const next = undrawn.current;
      setSearch((present) => withFilters(present, next), { replace: true, preventScrollReset: true });
    },
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

/** Those changes that a query string does not show. */
function notIn(text: string, changes: Record<string, unknown>): Record<string, unknown> {
  const search = new URLSearchParams(text);
  const shown = (value: unknown): string | null =>
    value === undefined || value === '' ? null : String(value);
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => search.get(name) !== shown(value)),
  );
}
