import { useOpened } from '../../../lib/use-opened';
import { wholeNumber } from '../../../lib/url-filters';

const toId = wholeNumber(1);

/** The key whose details are open. */
export function useOpenedKey() {
  const { openedId, ...address } = useOpened('key');
  return { ...address, openedId: toId(openedId ?? '') };
}
