import { anthropicMessages } from './anthropic-messages';
import type { ChatProtocol, ProtocolId } from './chat';
import { gemini } from './gemini';
import { openaiChat } from './openai-chat';
import { openaiResponses } from './openai-responses';

/** The dialects that a chat can be sent in. */
export const PROTOCOLS: Readonly<Record<ProtocolId, ChatProtocol>> = {
  'openai-chat': openaiChat,
  gemini,
  'anthropic-messages': anthropicMessages,
  'openai-responses': openaiResponses,
};
