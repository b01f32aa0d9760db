import { useCallback } from 'react';
import { useUrlFilters } from '../../lib/use-url-filters';
import { words } from '../../lib/url-filters';

const ADDRESS = { open: words(200) };

/** The model whose details are open; it stands in the address, so that other pages can link to it. */
export function useModelAddress(): {
  openName: string | undefined;
  open: (name: string) => void;
  close: () => void;
} {
  const { filters, change, clear } = useUrlFilters(ADDRESS);
  const open = useCallback((name: string) => change({ open: name }), [change]);
  return { openName: filters.open, open, close: clear };
}
