import { InvalidRequestError } from '../../gateway-error';
import { DEEPEST_JSON, isDeeperThan, isJsonObject, type JsonObject } from '../../json-object';

export function wrong(field: string, expected: string): InvalidRequestError {
  return new InvalidRequestError(`${field} has to be ${expected}.`, { field });
}

export function textAt(object: JsonObject, name: string, path: string): string {
  const value = object[name];
  if (typeof value !== 'string') throw wrong(`${path}${name}`, 'a text');
  return value;
}

export function filledTextAt(object: JsonObject, name: string, path: string): string {
  const value = object[name];
  if (typeof value !== 'string' || value.trim() === '')
    throw wrong(`${path}${name}`, 'a text that is not empty');
  return value;
}

export function objectAt(object: JsonObject, name: string, path: string): JsonObject {
  const value = object[name];
  if (!isJsonObject(value)) throw wrong(`${path}${name}`, 'an object');
  return value;
}

/** The list, or undefined where the field is absent or null. */
export function optionalListAt(
  object: JsonObject,
  name: string,
  path: string,
): readonly unknown[] | undefined {
  const value = object[name];
  if (value == null) return undefined;
  if (!Array.isArray(value)) throw wrong(`${path}${name}`, 'a list');
  return value as unknown[];
}

export function checkOptionalObject(object: JsonObject, name: string, path: string): void {
  if (object[name] != null && !isJsonObject(object[name])) throw wrong(`${path}${name}`, 'an object');
}

export function checkOptionalText(object: JsonObject, name: string, path: string): void {
  if (object[name] != null && typeof object[name] !== 'string') throw wrong(`${path}${name}`, 'a text');
}

export function checkNesting(object: JsonObject, name: string, path: string): void {
  if (isDeeperThan(object[name], DEEPEST_JSON))
    throw wrong(`${path}${name}`, `nested at most ${DEEPEST_JSON} deep`);
}
