import { needsFor } from '../../conversation/needs';
import type { Need } from '../../protocol-adapter';
import { addressesIn } from './blocks/addresses';
import { allCalls } from './blocks/assistant-blocks';
import type { MessagesRequest } from './messages-request';

/** What has to be fetched before the request can be translated. */
export function needsOf({ messages }: MessagesRequest): readonly Need[] {
  return needsFor(
    messages.flatMap(({ content }) => addressesIn(content)),
    allCalls(messages),
  );
}
