import { isJsonObject, type JsonObject } from '../../../json-object';
import { checkNesting, textAt, wrong } from '../../envelope/field-checks';
import { checkContent } from './blocks/check-blocks';

const ROLES = ['user', 'assistant', 'system'];

/** @throws InvalidRequestError naming the field, as `messages[3].content[0].type` */
export function checkMessages(body: JsonObject): void {
  const { messages, system } = body;
  if (system != null) checkOwnContent(body, 'system', '');
  if (!Array.isArray(messages) || messages.length === 0)
    throw wrong('messages', 'a list of at least one message');
  messages.forEach((message: unknown, index) => {
    const path = `messages[${index}]`;
    if (!isJsonObject(message)) throw wrong(path, 'an object with a role');
    if (!ROLES.includes(textAt(message, 'role', `${path}.`)))
      throw wrong(`${path}.role`, `one of ${ROLES.join(', ')}`);
    checkOwnContent(message, 'content', `${path}.`);
  });
}

function checkOwnContent(owner: JsonObject, name: string, path: string): void {
  checkNesting(owner, name, path);
  checkContent(owner[name], `${path}${name}`);
}
