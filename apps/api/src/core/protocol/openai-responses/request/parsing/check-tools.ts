import { isJsonObject, type JsonObject } from '../../../../json-object';
import {
  checkNesting,
  checkOptionalObject,
  filledTextAt,
  objectAt,
  optionalListAt,
  textAt,
  wrong,
} from '../../../envelope/field-checks';

/** Checks `tools`, wherever they stand. @throws InvalidRequestError naming the field */
export function checkToolList(owner: JsonObject, path: string): void {
  optionalListAt(owner, 'tools', path)?.forEach((tool, index) => checkTool(tool, `${path}tools[${index}]`));
}

function checkTool(tool: unknown, path: string): void {
  if (!isJsonObject(tool)) throw wrong(path, 'an object with a type');
  const type = textAt(tool, 'type', `${path}.`);
  if (type === 'function') {
    // Chat completions nest the definition; here it is flat.
    filledTextAt(tool, 'name', `${path}.`);
    checkOptionalObject(tool, 'parameters', `${path}.`);
  } else if (type === 'custom') {
    filledTextAt(tool, 'name', `${path}.`);
    checkNesting(tool, 'format', `${path}.`);
  } else if (type === 'namespace') {
    filledTextAt(tool, 'name', `${path}.`);
    checkToolList(tool, `${path}.`);
  }
}

const WORDS = ['none', 'auto', 'required'];

/** Checks `tool_choice`; whether a tool of that name exists is seen when it is translated. @throws InvalidRequestError */
export function checkToolChoice({ tool_choice: choice }: JsonObject): void {
  if (choice == null || WORDS.some((word) => word === choice)) return;
  if (!isJsonObject(choice)) throw wrong('tool_choice', `${WORDS.join(', ')} or an object`);
  const type = textAt(choice, 'type', 'tool_choice.');
  if (type === 'function' || type === 'custom') {
    filledTextAt(choice, 'name', 'tool_choice.');
    return;
  }
  if (type !== 'allowed_tools') return;
  if (choice.mode !== 'auto' && choice.mode !== 'required')
    throw wrong('tool_choice.mode', 'auto or required');
  const tools = optionalListAt(choice, 'tools', 'tool_choice.');
  if (tools === undefined || tools.length === 0)
    throw wrong('tool_choice.tools', 'a list of at least one tool');
  tools.forEach(
    (_, index) => void objectAt(tools as unknown as JsonObject, String(index), 'tool_choice.tools.'),
  );
}
