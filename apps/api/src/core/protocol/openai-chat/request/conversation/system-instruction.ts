import { textIn, textOf } from '../../../conversation/text-of';
import type { ChatMessage, InstructionMessage } from '../chat-message';

/** The instructions that a conversation begins with, and the index of the first message after them. */
export interface LeadingInstructions {
  /** One for each message that says something. */
  readonly texts: readonly string[];
  readonly end: number;
  /** Whether one of them holds anything but text, which an instruction cannot. */
  readonly hasMedia: boolean;
}

export function leadingInstructions(messages: readonly ChatMessage[]): LeadingInstructions {
  const found = messages.findIndex((message) => !isInstruction(message));
  const end = found < 0 ? messages.length : found;
  const leading = messages.slice(0, end).filter(isInstruction);
  return {
    texts: leading.map(({ content }) => textOf(content)).filter((text) => text.trim() !== ''),
    end,
    hasMedia: leading.some(
      ({ content }) => typeof content !== 'string' && content.some((part) => textIn(part) === undefined),
    ),
  };
}

function isInstruction(message: ChatMessage): message is InstructionMessage {
  return message.role === 'system' || message.role === 'developer';
}
