import type { CallResult } from '../../../conversation/call-result';
import type { Conversation, ConversationItem } from '../../../conversation/conversation';
import { textOf } from '../../../conversation/text-of';
import type { WishContext } from '../../../generation/translation';
import type { MediaContext } from '../../../media/media-part';
import type { ChatMessage, FunctionMessage, ToolMessage } from '../chat-message';
import { assistantParts } from './assistant-parts';
import { contentParts } from './content-parts';
import { madeCalls } from './made-calls';
import { leadingInstructions } from './system-instruction';

/** The messages, in words that belong to no dialect. What instructions cannot hold is named in `changes`. @throws InvalidRequestError naming the field */
export function chatConversation(messages: readonly ChatMessage[], context: WishContext): Conversation {
  const { texts, end, hasMedia } = leadingInstructions(messages);
  if (hasMedia) context.changes.push('media in instructions dropped');
  const items: ConversationItem[] = [];
  for (let index = end; index < messages.length; index += 1)
    items.push(...itemsOf(messages[index]!, `messages[${index}].content`, context));
  return { instructions: texts, items };
}

function itemsOf(message: ChatMessage, field: string, context: MediaContext): ConversationItem[] {
  switch (message.role) {
    case 'assistant':
      return [
        { kind: 'model', parts: assistantParts(message, field, context) },
        ...madeCalls(message).map((call): ConversationItem => ({ kind: 'call', call })),
      ];
    case 'tool':
    case 'function':
      return [{ kind: 'result', result: callResult(message, field, context) }];
    case 'user':
      return [{ kind: 'user', parts: contentParts(message.content, field, context) }];
    case 'system':
    case 'developer':
      return [{ kind: 'instruction', parts: contentParts(message.content, field, context) }];
  }
}

function callResult(
  message: ToolMessage | FunctionMessage,
  field: string,
  context: MediaContext,
): CallResult {
  const media = contentParts(message.content, field, context).filter((part) => part.text === undefined);
  const result = { text: textOf(message.content), media };
  return message.role === 'tool'
    ? { ...result, callId: message.tool_call_id }
    : { ...result, callId: undefined, name: message.name };
}
