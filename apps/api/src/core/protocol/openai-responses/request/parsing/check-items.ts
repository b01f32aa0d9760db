import { isJsonObject, type JsonObject } from '../../../../json-object';
import { checkNesting, checkOptionalText, filledTextAt, textAt, wrong } from '../../../envelope/field-checks';
import { CALL_FORMS, CALL_KINDS, RESULT_KINDS } from '../../tools/call-forms';
import type { InputItem } from '../input-item';
import { checkContent } from './check-content';
import { checkWishes } from './check-parameters';
import { checkToolList } from './check-tools';

type ItemCheck = (item: JsonObject, path: string) => void;

const ROLES = ['user', 'assistant', 'system', 'developer'];

const ITEM_CHECKS: Readonly<Record<string, ItemCheck>> = {
  message: checkMessage,
  function_call: (item, path) => {
    filledTextAt(item, 'name', path);
    checkOptionalText(item, 'namespace', path);
  },
  custom_tool_call: (item, path) => {
    filledTextAt(item, 'name', path);
    checkOptionalText(item, 'namespace', path);
    textAt(item, 'input', path);
  },
  function_call_output: checkOutput,
  custom_tool_call_output: checkOutput,
  local_shell_call_output: checkOutput,
  additional_tools: (item, path) => checkToolList(item, path),
  tool_search_output: (item, path) => checkToolList(item, path),
  configuration_update: checkWishes,
  item_reference: (item, path) => void filledTextAt(item, 'id', path),
};

/** The items of an input, each with its type. @throws InvalidRequestError naming the field, as `input[3].content[0].type` */
export function checkedItems(items: readonly unknown[]): InputItem[] {
  return items.map((item, index) => {
    const field = `input[${index}]`;
    if (!isJsonObject(item)) throw wrong(field, 'an object with a type');
    const typed = { ...item, type: typeOf(item, field) };
    const check = Object.hasOwn(ITEM_CHECKS, typed.type) ? ITEM_CHECKS[typed.type] : undefined;
    if (isCallOrResult(typed.type)) checkCall(typed, `${field}.`);
    check?.(typed, `${field}.`);
    return typed;
  });
}

/** Messages and references may leave their type out. */
function typeOf(item: JsonObject, field: string): string {
  if (item.type != null) return textAt(item, 'type', `${field}.`);
  if (item.role === undefined && item.content === undefined && typeof item.id === 'string')
    return 'item_reference';
  return 'message';
}

function isCallOrResult(type: string): boolean {
  return CALL_KINDS.has(type) || RESULT_KINDS.has(type);
}

/** Fields of calls and results that may hold anything. */
const FREE_FIELDS = ['arguments', 'action', 'operation', 'output'];

function checkCall(item: InputItem, path: string): void {
  for (const name of FREE_FIELDS) checkNesting(item, name, path);
  checkCallId(item, path);
}

/** A result may name its function instead, and that of a local shell its call by `id`. */
function checkCallId(item: InputItem, path: string): void {
  const { resultType } = CALL_FORMS.local_shell;
  if (item.type === resultType && typeof item.id === 'string')
    return checkOptionalText(item, 'call_id', path);
  if (RESULT_KINDS.has(item.type) && item.call_id == null && typeof item.name === 'string') return;
  if (item.type === CALL_FORMS.tool_search.resultType || item.type === CALL_FORMS.tool_search.callType)
    return checkOptionalText(item, 'call_id', path);
  filledTextAt(item, 'call_id', path);
}

function checkMessage(item: JsonObject, path: string): void {
  if (!ROLES.some((role) => role === item.role)) throw wrong(`${path}role`, `one of ${ROLES.join(', ')}`);
  checkContent(item.content, `${path}content`);
}

function checkOutput(item: JsonObject, path: string): void {
  if (item.output != null) checkContent(item.output, `${path}output`);
}
