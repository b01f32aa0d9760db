import type { Part } from '../../../gemini/content';
import { DEEPEST_JSON, isDeeperThan, isJsonObject, type JsonObject } from '../../../json-object';
import type { AssistantMessage, ChatToolCall } from './chat-message';
import type { ClientTools } from './client-tools';
import { broughtSignature } from './extra-content';

/** A call that the model made in an earlier turn. */
export interface MadeCall {
  /** Undefined in the superseded form, which has none. */
  readonly id: string | undefined;
  /** As the client knows the function. */
  readonly name: string;
  readonly args: JsonObject;
  /** What the client brought back of the thought signature. */
  readonly signature: string | undefined;
}

/** The calls of a message, in both forms. */
export function madeCalls({ tool_calls: calls, function_call: legacy }: AssistantMessage): MadeCall[] {
  const made = (calls ?? []).map(madeCall);
  if (made.length > 0 || legacy == null) return made;
  return [{ id: undefined, name: legacy.name, args: argsOf(legacy.arguments), signature: undefined }];
}

function madeCall(call: ChatToolCall): MadeCall {
  const shared = { id: call.id || undefined, signature: broughtSignature(call.extra_content) };
  return call.type === 'custom'
    ? { ...shared, name: call.custom.name, args: { input: call.custom.input } }
    : { ...shared, name: call.function.name, args: argsOf(call.function.arguments) };
}

/** The `functionCall` that upstream sees of it. */
export function toFunctionCall(
  call: MadeCall,
  signature: string | undefined,
  tools: ClientTools,
  takesIds: boolean,
): Part {
  return {
    functionCall: {
      ...(takesIds && call.id !== undefined && { id: call.id }),
      name: tools.upstreamName(call.name),
      args: call.args,
    },
    ...(signature !== undefined && { thoughtSignature: signature }),
  };
}

/** Arguments have to be an object; what is none is kept inside of one. */
function argsOf(given: unknown): JsonObject {
  const value = typeof given === 'string' ? parsed(given) : given;
  if (value == null) return {};
  return isJsonObject(value) ? value : { value };
}

function parsed(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(value, DEEPEST_JSON) ? { _raw: text } : value;
  } catch {
    return { _raw: text };
  }
}
