import { oneOf, words } from '../../lib/url-filters';
import { PROTOCOL_IDS } from './protocols/chat';

/** What the playground keeps in the address bar. Answers stream unless `stream` is off. */
export const PLAYGROUND_FILTERS = {
  protocol: oneOf(PROTOCOL_IDS),
  model: words(100),
  stream: oneOf(['off']),
};
