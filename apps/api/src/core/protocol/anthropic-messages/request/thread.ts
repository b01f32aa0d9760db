import { threadDigest } from '../../conversation/call-digest';
import { isKnown } from './blocks/check-blocks';
import type { Content, MessagesRequest } from './messages-request';

/** Names the conversation by everything that was said before the model first spoke. */
export function threadOf({ messages }: Pick<MessagesRequest, 'messages'>): string {
  const spokeAt = messages.findIndex(({ role }) => role === 'assistant');
  const opening = spokeAt < 0 ? messages : messages.slice(0, spokeAt);
  return threadDigest(opening.flatMap(({ content }) => textsOf(content)));
}

function textsOf(content: Content): string[] {
  if (typeof content === 'string') return [content];
  return content.flatMap((block) => (isKnown(block) && block.type === 'text' ? block.text : []));
}
