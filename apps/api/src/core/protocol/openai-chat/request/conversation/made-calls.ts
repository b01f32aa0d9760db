import { toArguments } from '../../../conversation/call-arguments';
import type { MadeCall } from '../../../conversation/made-call';
import type { AssistantMessage, ChatMessage, ChatToolCall } from '../chat-message';
import { broughtSignature } from './extra-content';

/** The calls of a message, in both forms. */
export function madeCalls({ tool_calls: calls, function_call: legacy }: AssistantMessage): MadeCall[] {
  const made = (calls ?? []).map(madeCall);
  if (made.length > 0 || legacy == null) return made;
  return [{ id: undefined, name: legacy.name, args: toArguments(legacy.arguments), signature: undefined }];
}

/** The calls of all messages. */
export function allCalls(messages: readonly ChatMessage[]): MadeCall[] {
  const calls: MadeCall[] = [];
  for (const message of messages) if (message.role === 'assistant') calls.push(...madeCalls(message));
  return calls;
}

/** The ids of all calls: their arguments stay unread. */
export function callIdsOf(messages: readonly ChatMessage[]): string[] {
  const ids: string[] = [];
  for (const message of messages) {
    if (message.role !== 'assistant') continue;
    for (const { id } of message.tool_calls ?? []) if (id) ids.push(id);
  }
  return ids;
}

function madeCall(call: ChatToolCall): MadeCall {
  const shared = { id: call.id || undefined, signature: broughtSignature(call.extra_content) };
  return call.type === 'custom'
    ? { ...shared, name: call.custom.name, args: { input: call.custom.input } }
    : { ...shared, name: call.function.name, args: toArguments(call.function.arguments) };
}
