import { useOpened } from '../../lib/use-opened';

/** The model whose details are open, by its name. */
export const useOpenedModel = () => useOpened('open');
