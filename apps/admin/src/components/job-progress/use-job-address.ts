import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { withFilters } from '../../lib/url-filters';

interface JobAddress {
  /** The job whose progress is on the screen. It stands in the address, so that it is there again after a reload. */
  shownId: string | undefined;
  show: (id: string) => void;
  hide: () => void;
}

export function useJobAddress(): JobAddress {
  const [search, setSearch] = useSearchParams();
  const show = useCallback(
    (id: string | undefined) => setSearch((present) => withFilters(present, { job: id }), { replace: true }),
    [setSearch],
  );
  return { shownId: search.get('job') ?? undefined, show, hide: useCallback(() => show(undefined), [show]) };
}
