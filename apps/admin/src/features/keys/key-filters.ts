import { KEY_KINDS, KEY_STATES, type KeyKind, type KeyState } from '@gemini-balance/shared';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Which keys the page shows. */
export interface KeyFilters {
  state?: KeyState;
  kind?: KeyKind;
  search?: string;
}

/** Reads the filters from a query string; what it does not know it leaves out. */
export function parseKeyFilters(search: URLSearchParams): KeyFilters {
  return {
    state: KEY_STATES.find((state) => state === search.get('state')),
    kind: KEY_KINDS.find((kind) => kind === search.get('kind')),
    search: search.get('search')?.slice(0, 200) || undefined,
  };
}

/** The query string of filters, beginning with `?`. */
export function toSearch(filters: KeyFilters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `?${new URLSearchParams(given)}`;
}

/** The filters in the address bar, and a way to change some of them without a new history entry. */
export function useKeyFilters(): { filters: KeyFilters; change: (filters: KeyFilters) => void } {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => parseKeyFilters(search), [search]);
  const change = useCallback(
    (changed: KeyFilters) => {
      setSearch((present) => toSearch({ ...parseKeyFilters(present), ...changed }), { replace: true });
    },
    [setSearch],
  );
  return { filters, change };
}
