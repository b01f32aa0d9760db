import { isJsonObject, type JsonObject } from '../../../../json-object';
import {
  checkNesting,
  checkOptionalObject,
  filledTextAt,
  objectAt,
  optionalListAt,
  wrong,
} from '../../../envelope/field-checks';
import { isFunctionTool } from '../tools/declared-tools';

/** Checks the tools, the choice among them, and both in their superseded forms. @throws InvalidRequestError */
export function checkTools(body: JsonObject): void {
  const names = [
    ...(optionalListAt(body, 'tools', '') ?? []).map((tool, index) => checkTool(tool, `tools[${index}]`)),
    ...(optionalListAt(body, 'functions', '') ?? []).map((definition, index) =>
      checkDefinition(definition, `functions[${index}]`),
    ),
  ];
  checkChoice(body.tool_choice, names);
  checkFunctionChoice(body.function_call, names);
}

/** The name of a tool that the client runs. */
function checkTool(tool: unknown, path: string): string | undefined {
  if (!isJsonObject(tool)) throw wrong(path, 'an object with a type');
  if (isFunctionTool(tool)) return checkDefinition(tool.function, `${path}.function`);
  if (tool.type === 'custom') {
    const custom = objectAt(tool, 'custom', `${path}.`);
    checkNesting(custom, 'format', `${path}.custom.`);
    return filledTextAt(custom, 'name', `${path}.custom.`);
  }
  return undefined;
}

function checkDefinition(definition: unknown, path: string): string {
  if (!isJsonObject(definition)) throw wrong(path, 'an object with a name');
  checkOptionalObject(definition, 'parameters', `${path}.`);
  return filledTextAt(definition, 'name', `${path}.`);
}

function checkChoice(choice: unknown, names: readonly (string | undefined)[]): void {
  if (choice == null || choice === 'none' || choice === 'auto') return;
  if (choice === 'required') {
    if (!names.some((name) => name !== undefined)) throw wrong('tool_choice', 'sent together with tools');
    return;
  }
  if (!isJsonObject(choice)) throw wrong('tool_choice', 'none, auto, required or an object');
  if (choice.type === 'function') checkNamed(choice, 'function', names);
  else if (choice.type === 'custom') checkNamed(choice, 'custom', names);
  else if (choice.type === 'allowed_tools')
    checkAllowed(objectAt(choice, 'allowed_tools', 'tool_choice.'), names);
  else throw wrong('tool_choice.type', 'one of function, custom, allowed_tools');
}

function checkNamed(choice: JsonObject, kind: string, names: readonly (string | undefined)[]): void {
  const path = `tool_choice.${kind}.`;
  checkDeclared(filledTextAt(objectAt(choice, kind, 'tool_choice.'), 'name', path), `${path}name`, names);
}

function checkAllowed(allowed: JsonObject, names: readonly (string | undefined)[]): void {
  const path = 'tool_choice.allowed_tools.';
  if (allowed.mode !== 'auto' && allowed.mode !== 'required') throw wrong(`${path}mode`, 'auto or required');
  const tools = optionalListAt(allowed, 'tools', path);
  if (tools === undefined || tools.length === 0) throw wrong(`${path}tools`, 'a list of at least one tool');
  tools.forEach((tool, index) => {
    const name = checkTool(tool, `${path}tools[${index}]`);
    if (name !== undefined) checkDeclared(name, `${path}tools[${index}]`, names);
  });
}

function checkFunctionChoice(choice: unknown, names: readonly (string | undefined)[]): void {
  if (choice == null || choice === 'none' || choice === 'auto') return;
  if (!isJsonObject(choice)) throw wrong('function_call', 'none, auto or an object with a name');
  checkDeclared(filledTextAt(choice, 'name', 'function_call.'), 'function_call.name', names);
}

function checkDeclared(name: string, field: string, names: readonly (string | undefined)[]): void {
  if (!names.includes(name)) throw wrong(field, 'the name of one of the tools');
}
