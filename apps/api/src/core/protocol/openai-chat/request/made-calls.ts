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

/** The ids of all calls, with the signatures that came along. Their arguments stay unread. */
export function signedIds(messages: readonly ChatMessage[]): Pick<MadeCall, 'id' | 'signature'>[] {
  return messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []).map(signedId) : [],
  );
}

function signedId({ id, extra_content: extra }: ChatToolCall): Pick<MadeCall, 'id' | 'signature'> {
  return { id: id || undefined, signature: broughtSignature(extra) };
}

function madeCall(call: ChatToolCall): MadeCall {
  const shared = signedId(call);
  return call.type === 'custom'
    ? { ...shared, name: call.custom.name, args: { input: call.custom.input } }
    : { ...shared, name: call.function.name, args: toArguments(call.function.arguments) };
}
