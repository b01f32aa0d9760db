import { isJsonObject, type JsonObject } from '../../json-object';
import { textAt, wrong } from './field-checks';

/** Checks the fields of a part below `path`, such as `messages[0].content[1].`. @throws InvalidRequestError */
export type PartCheck = (part: JsonObject, path: string) => void;

/** Checks what was said: a text, or a list of parts, each of a type that there is a check for. @throws InvalidRequestError */
export function checkParts(
  content: unknown,
  field: string,
  checks: Readonly<Record<string, PartCheck>>,
): void {
  if (typeof content === 'string') return;
  if (!Array.isArray(content)) throw wrong(field, 'a text or a list of parts');
  content.forEach((part: unknown, index) => {
    const path = `${field}[${index}]`;
    if (!isJsonObject(part)) throw wrong(path, 'an object with a type');
    const type = textAt(part, 'type', `${path}.`);
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check === undefined) throw wrong(`${path}.type`, `one of ${Object.keys(checks).join(', ')}`);
    check(part, `${path}.`);
  });
}
