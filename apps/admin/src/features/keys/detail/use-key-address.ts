import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { wholeNumber, withFilters } from '../../../lib/url-filters';

const toId = wholeNumber(1);

/** The key whose details are open; it stands in the address, so that other pages can link to it. */
export function useKeyAddress(): {
  openId: number | undefined;
  open: (id: number) => void;
  close: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const open = useCallback(
    (id: number | undefined) => setSearch((present) => withFilters(present, { key: id }), { replace: true }),
    [setSearch],
  );
  return { openId: toId(search.get('key') ?? ''), open, close: useCallback(() => open(undefined), [open]) };
}
