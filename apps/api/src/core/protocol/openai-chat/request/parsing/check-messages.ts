import { isJsonObject, type JsonObject } from '../../../../json-object';
import {
  checkNesting,
  checkOptionalText,
  filledTextAt,
  objectAt,
  optionalListAt,
  textAt,
  wrong,
} from '../../../envelope/field-checks';
import { checkContent } from './check-content';

type MessageCheck = (message: JsonObject, path: string) => void;

const withContent: MessageCheck = (message, path) => checkContent(message.content, `${path}content`);

/** Assistants that only call tools, and tools that give nothing back, have no content. */
const withOptionalContent: MessageCheck = (message, path) => {
  if (message.content != null) withContent(message, path);
};

const MESSAGE_CHECKS: Readonly<Record<string, MessageCheck>> = {
  developer: withContent,
  system: withContent,
  user: withContent,
  assistant: checkAssistant,
  tool: (message, path) => {
    filledTextAt(message, 'tool_call_id', path);
    withOptionalContent(message, path);
  },
  function: (message, path) => {
    filledTextAt(message, 'name', path);
    withOptionalContent(message, path);
  },
};

/** @throws InvalidRequestError naming the field, as `messages[3].content[0].type` */
export function checkMessages(messages: unknown): void {
  if (!Array.isArray(messages) || messages.length === 0)
    throw wrong('messages', 'a list of at least one message');
  messages.forEach((message: unknown, index) => {
    const path = `messages[${index}]`;
    if (!isJsonObject(message)) throw wrong(path, 'an object with a role');
    const role = textAt(message, 'role', `${path}.`);
    const check = Object.hasOwn(MESSAGE_CHECKS, role) ? MESSAGE_CHECKS[role] : undefined;
    if (check === undefined) throw wrong(`${path}.role`, `one of ${Object.keys(MESSAGE_CHECKS).join(', ')}`);
    check(message, `${path}.`);
  });
}

function checkAssistant(message: JsonObject, path: string): void {
  withOptionalContent(message, path);
  checkOptionalText(message, 'refusal', path);
  if (message.function_call != null) checkCalled(message, 'function_call', path);
  optionalListAt(message, 'tool_calls', path)?.forEach((call, index) =>
    checkToolCall(call, `${path}tool_calls[${index}]`),
  );
}

function checkToolCall(call: unknown, path: string): void {
  if (!isJsonObject(call)) throw wrong(path, 'an object with a function');
  checkOptionalText(call, 'id', `${path}.`);
  if (call.type === 'custom') {
    const custom = objectAt(call, 'custom', `${path}.`);
    filledTextAt(custom, 'name', `${path}.custom.`);
    textAt(custom, 'input', `${path}.custom.`);
  } else checkCalled(call, 'function', `${path}.`);
}

function checkCalled(owner: JsonObject, name: string, path: string): void {
  const called = objectAt(owner, name, path);
  filledTextAt(called, 'name', `${path}${name}.`);
  checkNesting(called, 'arguments', `${path}${name}.`);
}
