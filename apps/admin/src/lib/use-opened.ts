import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { withFilters } from './url-filters';

interface Opened {
  openedId: string | undefined;
  open: (id: string | number) => void;
  close: () => void;
}

/**
 * The thing that is open above the page. Its id stands in the address, so that other pages can link to it and it is there
 * again after a reload; the back button closes it.
 * @param name of the id in the query string
 */
export function useOpened(name: string): Opened {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation() as { state: { opened?: string } | null };
  const navigate = useNavigate();
  const openedId = search.get(name) || undefined;
  const isStepOfItsOwn = state?.opened === name;
  const open = useCallback(
    (id: string | number) =>
      setSearch((present) => withFilters(present, { [name]: id }), {
        state: { opened: name },
        replace: isStepOfItsOwn,
        preventScrollReset: true,
      }),
    [setSearch, name, isStepOfItsOwn],
  );
  const close = useCallback(() => {
    if (isStepOfItsOwn) void navigate(-1);
    else
      setSearch((present) => withFilters(present, { [name]: undefined }), {
        replace: true,
        preventScrollReset: true,
      });
  }, [setSearch, navigate, name, isStepOfItsOwn]);
  return { openedId, open, close };
}
