import type { Part } from '../../gemini/content';
import type { ModelFeatures } from '../../gemini/models/model-features';
import { DEEPEST_JSON, isDeeperThan, isJsonObject, type JsonObject } from '../../json-object';
import type { ClientTools } from '../tools/client-tools';
import type { MadeCall } from './made-call';

/** What a call gave, as the client tells it. */
export interface CallResult {
  /** Undefined in dialects' older forms, which name the function instead. */
  readonly callId: string | undefined;
  /** As the client knows the function; undefined where only the id is told. */
  readonly name?: string;
  readonly text: string;
  readonly media: readonly Part[];
  /** Whether the text says what went wrong. */
  readonly isError?: boolean;
}

/** A result as upstream takes it: its `functionResponse`, and media that the model does not take inside of one. */
export interface ResultParts {
  readonly response: Part;
  readonly beside: readonly Part[];
}

/** The `functionResponse` to a call. */
export function toFunctionResponse(
  { text, media, isError }: CallResult,
  call: MadeCall,
  tools: ClientTools,
  { takesResponseParts, takesCallIds }: ModelFeatures,
): ResultParts {
  const isInside = takesResponseParts && media.length > 0;
  const functionResponse = {
    ...identity(call, tools, takesCallIds),
    response: isError ? { error: text } : responseOf(text),
    ...(isInside && { parts: media }),
  };
  return { response: { functionResponse }, beside: isInside ? [] : media };
}

/** In place of a result that never came: upstream wants as many results as there were calls. */
export function toMissingResponse(call: MadeCall, tools: ClientTools, { takesCallIds }: ModelFeatures): Part {
  const response = { error: 'The call was not answered.' };
  return { functionResponse: { ...identity(call, tools, takesCallIds), response } };
}

/** What a result names its call by, and a call is found by: the id, or in older forms the name of the function. */
export function answerKey({
  id,
  name = '',
}: {
  readonly id: string | undefined;
  readonly name?: string;
}): string {
  return id === undefined ? `name ${name}` : `id ${id}`;
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
