import { useOpened } from '../../lib/use-opened';

/** The request whose details are open. */
export const useOpenedRequest = () => useOpened('open');
