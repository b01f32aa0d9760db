import { isJsonObject, type JsonObject } from '../../../../json-object';
import {
  checkOptionalObject,
  filledTextAt,
  objectAt,
  optionalListAt,
  textAt,
  wrong,
} from '../../../envelope/field-checks';
import { isClientTool } from './declared-tools';

const CHOICES = ['auto', 'any', 'tool', 'none'];

/** Checks the tools and the choice among them. @throws InvalidRequestError naming the field */
export function checkTools(body: JsonObject): void {
  const tools = optionalListAt(body, 'tools', '') ?? [];
  const names = tools.map((tool, index) => checkTool(tool, `tools[${index}]`));
  if (body.tool_choice != null) checkChoice(objectAt(body, 'tool_choice', ''), names);
}

/** The name of the tool; those that stand for several have none. */
function checkTool(tool: unknown, path: string): unknown {
  if (!isJsonObject(tool)) throw wrong(path, 'an object');
  if (!isClientTool(tool)) {
    textAt(tool, 'type', `${path}.`);
    return tool.name;
  }
  checkOptionalObject(tool, 'input_schema', `${path}.`);
  return filledTextAt(tool, 'name', `${path}.`);
}

function checkChoice(choice: JsonObject, names: readonly unknown[]): void {
  const type = textAt(choice, 'type', 'tool_choice.');
  if (!CHOICES.includes(type)) throw wrong('tool_choice.type', `one of ${CHOICES.join(', ')}`);
  if (type === 'any' && names.length === 0) throw wrong('tool_choice', 'sent together with tools');
  if (type === 'tool' && !names.includes(filledTextAt(choice, 'name', 'tool_choice.')))
    throw wrong('tool_choice.name', 'the name of one of the tools');
}
