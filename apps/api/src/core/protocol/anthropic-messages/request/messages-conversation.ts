import type { Conversation, ConversationItem } from '../../conversation/conversation';
import type { WishContext } from '../../generation/translation';
import { assistantItems } from './blocks/assistant-blocks';
import { contentParts } from './blocks/block-parts';
import { userItems } from './blocks/user-blocks';
import type { Message, MessagesRequest } from './messages-request';
import { systemTexts } from './system-texts';

/** The messages, in words that belong to no dialect. @throws InvalidRequestError naming the field */
export function messagesConversation(
  { system, messages }: MessagesRequest,
  context: WishContext,
): Conversation {
  return {
    instructions: systemTexts(system, context.changes),
    items: messages.flatMap((message, index) => itemsOf(message, `messages[${index}].content`, context)),
  };
}

function itemsOf({ role, content }: Message, field: string, context: WishContext): ConversationItem[] {
  switch (role) {
    case 'assistant':
      return assistantItems(content, field, context);
    case 'user':
      return userItems(content, field, context);
    case 'system':
      return [{ kind: 'instruction', parts: contentParts(content, field, context) }];
  }
}
