import type { Part } from '../../../gemini/content';
import { DEEPEST_JSON, isDeeperThan, isJsonObject, type JsonObject } from '../../../json-object';
import type { FunctionMessage, ToolMessage } from './chat-message';
import type { ClientTools } from './client-tools';
import { contentParts } from './content-parts';
import type { MediaContext } from './media-part';
import { textOf } from './text-of';
import type { MadeCall } from './tool-call';

/** What a call gave: its `functionResponse`, and media that the model does not take inside of one. */
export interface ToolResult {
  readonly response: Part;
  readonly beside: readonly Part[];
}

/** The `functionResponse` to a call, of the message that answers it. */
export function toFunctionResponse(
  { message, field }: { readonly message: ToolMessage | FunctionMessage; readonly field: string },
  call: MadeCall,
  tools: ClientTools,
  context: MediaContext,
): ToolResult {
  const media = contentParts(message.content, field, context).filter((part) => part.text === undefined);
  const { takesResponseParts, takesCallIds } = context.features;
  const isInside = takesResponseParts && media.length > 0;
  const functionResponse = {
    ...identity(call, tools, takesCallIds),
    response: responseOf(textOf(message.content)),
    ...(isInside && { parts: media }),
  };
  return { response: { functionResponse }, beside: isInside ? [] : media };
}

/** In place of a result that never came: upstream wants as many results as there were calls. */
export function toMissingResponse(call: MadeCall, tools: ClientTools, takesCallIds: boolean): Part {
  const response = { error: 'The call was not answered.' };
  return { functionResponse: { ...identity(call, tools, takesCallIds), response } };
}

function identity(call: MadeCall, tools: ClientTools, takesCallIds: boolean): { id?: string; name: string } {
  return {
    ...(takesCallIds && call.id !== undefined && { id: call.id }),
    name: tools.upstreamName(call.name),
  };
}

/** Whole numbers of 16 digits and more lose their last digits when they are parsed. */
const LONG_NUMBER = /[:[,\s]-?\d{16}/;

/** A text that is a JSON object goes as it is, unless it is nested too deep, and every other text as `output`. */
function responseOf(text: string): JsonObject {
  if (!text.trimStart().startsWith('{') || LONG_NUMBER.test(text)) return { output: text };
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && !isDeeperThan(value, DEEPEST_JSON) ? value : { output: text };
  } catch {
    return { output: text };
  }
}
