import type { Content, Part } from '../../../gemini/content';
import type { Resolved } from '../../protocol-adapter';
import { assistantParts } from './assistant-parts';
import type { AssistantMessage, ChatMessage, FunctionMessage, ToolMessage } from './chat-message';
import type { ClientTools } from './client-tools';
import { contentParts } from './content-parts';
import type { MediaContext } from './media-part';
import { textOf } from './text-of';
import { type MadeCall, madeCalls, toFunctionCall } from './tool-call';
import { toFunctionResponse, toMissingResponse } from './tool-result';
import { type OpenCall, Turns } from './turns';

export interface ConversationContext extends MediaContext {
  readonly signatures: Resolved['signatures'];
  readonly tools: ClientTools;
}

/** Upstream takes no message without a part that says something. */
const NOTHING_SAID: Part = { text: ' ' };

/** The messages from `start` on, as upstream's contents. @throws InvalidRequestError naming the field */
export function toContents(
  messages: readonly ChatMessage[],
  start: number,
  context: ConversationContext,
): Content[] {
  const { tools, features } = context;
  const turns = new Turns();
  for (let index = start; index < messages.length; index++) {
    const message = messages[index] as ChatMessage;
    const field = `messages[${index}].content`;
    switch (message.role) {
      case 'assistant':
        addAssistant(turns, message, field, context);
        break;
      case 'tool':
      case 'function':
        addResult(turns, message, field, context);
        break;
      case 'user': {
        const parts = contentParts(message.content, field, context);
        turns.add('user', parts.length > 0 ? parts : [NOTHING_SAID]);
        break;
      }
      // An instruction in the middle keeps its place.
      case 'system':
      case 'developer':
        turns.add('user', contentParts(message.content, field, context));
        break;
    }
  }
  return turns.toContents((call) => toMissingResponse(call, tools, features.takesCallIds));
}

function addAssistant(
  turns: Turns,
  message: AssistantMessage,
  field: string,
  context: ConversationContext,
): void {
  const { signatures, tools, features } = context;
  const calls = madeCalls(message).map((call): OpenCall => ({ call }));
  const callParts = calls.map(({ call }) => {
    const signature = call.signature ?? (call.id === undefined ? undefined : signatures.get(call.id));
    return toFunctionCall(call, signature, tools, features.takesCallIds);
  });
  turns.add('model', [...assistantParts(message, field, context), ...callParts], calls);
}

/** A result goes to its call, wherever that stands before it; one without a call is said as text. */
function addResult(
  turns: Turns,
  message: ToolMessage | FunctionMessage,
  field: string,
  context: ConversationContext,
): void {
  const answered = turns.findOpen(isAnsweredBy(message));
  if (answered !== undefined) {
    turns.answer(answered, toFunctionResponse({ message, field }, answered.call, context.tools, context));
    return;
  }
  const name = message.role === 'tool' ? message.tool_call_id : message.name;
  const media = contentParts(message.content, field, context).filter((part) => part.text === undefined);
  turns.add('user', [{ text: `Result of ${name}: ${textOf(message.content)}` }, ...media]);
}

/** Whether a call is the one that a result answers: by its id, or in the superseded form by its name. */
function isAnsweredBy(message: ToolMessage | FunctionMessage): (call: MadeCall) => boolean {
  return message.role === 'tool'
    ? ({ id }) => id === message.tool_call_id
    : ({ id, name }) => id === undefined && name === message.name;
}
