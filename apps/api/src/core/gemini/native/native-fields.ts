import { isJsonObject, type JsonObject } from '../../json-object';

/** A field of a native request, which upstream takes in camelCase and in snake_case. `null` means the same as absent. */
export function fieldOf(value: unknown, name: string): unknown {
  return isJsonObject(value) ? (value[name] ?? value[snakeCased(name)] ?? undefined) : undefined;
}

/** The object with another value of a field, in whichever case it was written. */
export function withField(object: JsonObject, name: string, value: unknown): JsonObject {
  const snake = snakeCased(name);
  return { ...object, [snake !== name && Object.hasOwn(object, snake) ? snake : name]: value };
}

/** The objects of a list, which upstream also takes as a single object. */
export function itemsOf(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isJsonObject);
}

function snakeCased(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
