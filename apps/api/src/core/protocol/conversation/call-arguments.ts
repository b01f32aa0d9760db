import { DEEPEST_JSON, isDeeperThan, isJsonObject, type JsonObject } from '../../json-object';

/** The arguments of a call, given as JSON text or as a value. Upstream wants an object; what is none is kept inside of one. */
export function toArguments(given: unknown): JsonObject {
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
