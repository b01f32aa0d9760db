import { toArguments } from '../../conversation/call-arguments';
import type { MadeCall } from '../../conversation/made-call';
import type { AssistantMessage, ChatMessage, ChatToolCall } from './chat-message';
import { broughtSignature } from './extra-content';

/** The calls of a message, in both forms. */
export function madeCalls({ tool_calls: calls, function_call: legacy }: AssistantMessage): MadeCall[] {
  const made = (calls ?? []).map(madeCall);
  if (made.length > 0 || legacy == null) return made;
  return [{ id: undefined, name: legacy.name, args: toArguments(legacy.arguments), signature: undefined }];
}

/** The calls of all messages. */
export function allCalls(messages: readonly ChatMessage[]): MadeCall[] {
  return messages.flatMap((message) => (message.role === 'assistant' ? madeCalls(message) : []));
}

/** The ids of all calls: their arguments stay unread. */
export function callIdsOf(messages: readonly ChatMessage[]): string[] {
  return messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []).flatMap(({ id }) => id || []) : [],
  );
}

function madeCall(call: ChatToolCall): MadeCall {
  const shared = { id: call.id || undefined, signature: broughtSignature(call.extra_content) };
  return call.type === 'custom'
    ? { ...shared, name: call.custom.name, args: { input: call.custom.input } }
    : { ...shared, name: call.function.name, args: toArguments(call.function.arguments) };
}
