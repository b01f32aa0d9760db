import { threadDigest } from '../../../conversation/call-digest';
import { textOf } from '../../../conversation/text-of';
import { CALL_KINDS } from '../../tools/call-forms';
import { isMessage } from '../input-item';
import { itemsOf, type ResponsesRequest } from '../responses-request';

/** Names the conversation by the messages before the model first spoke. `instructions` may differ from turn to turn. */
export function threadOf(request: ResponsesRequest): string {
  const items = itemsOf(request).map(({ item }) => item);
  const spokeAt = items.findIndex(
    (item) => CALL_KINDS.has(item.type) || (isMessage(item) && item.role === 'assistant'),
  );
  const opening = spokeAt < 0 ? items : items.slice(0, spokeAt);
  return threadDigest(opening.filter(isMessage).map(({ content }) => textOf(content)));
}
