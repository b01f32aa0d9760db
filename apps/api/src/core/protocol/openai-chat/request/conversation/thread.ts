import { threadDigest } from '../../../conversation/call-digest';
import { textOf } from '../../../conversation/text-of';
import type { ChatRequest } from '../chat-request';

/** Names the conversation by everything that was said before the model first spoke. */
export function threadOf({ messages }: Pick<ChatRequest, 'messages'>): string {
  const spokeAt = messages.findIndex(({ role }) => role === 'assistant');
  const opening = spokeAt < 0 ? messages : messages.slice(0, spokeAt);
  return threadDigest(opening.map(({ content }) => textOf(content)));
}
