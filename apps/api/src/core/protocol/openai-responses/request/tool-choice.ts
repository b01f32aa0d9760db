import type { FunctionChoice } from '../../../gemini/tools/tool-rules';
import { isJsonObject, type JsonObject } from '../../../json-object';
import { wrong } from '../../envelope/field-checks';
import type { ClientTools } from '../../tools/client-tools';
import { flattenedName } from '../tools/declared-tools';
import type { ResponsesBody } from './responses-request';

const WORDS: Readonly<Record<string, FunctionChoice>> = {
  none: { mode: 'NONE' },
  auto: { mode: 'AUTO' },
  required: { mode: 'ANY' },
};

/**
 * The choice among the client's tools. One of a tool that upstream runs leaves it to the model, which cannot be made to use
 * those. @throws InvalidRequestError for a tool that is not declared
 */
export function functionChoice(
  { tool_choice: choice }: ResponsesBody,
  tools: ClientTools,
  changes: string[],
): FunctionChoice {
  const hasTools = tools.all.length > 0;
  if (choice == null) return WORDS.auto!;
  if (typeof choice === 'string') {
    // Upstream refuses to call something where there is nothing to call.
    return choice === 'required' && !hasTools ? WORDS.auto! : WORDS[choice]!;
  }
  if (choice.type === 'allowed_tools') return allowed(choice, tools);
  const name = namedBy(choice, tools);
  if (name !== undefined) return { mode: 'ANY', allowed: [name] };
  if (choice.type === 'function' || choice.type === 'custom')
    throw wrong('tool_choice.name', 'the name of one of the tools');
  changes.push('tool_choice left to the model, which cannot be made to use a tool of upstream');
  return WORDS.auto!;
}

function allowed({ mode, tools: list }: JsonObject, tools: ClientTools): FunctionChoice {
  const names = (list as readonly unknown[]).flatMap((tool, index) => {
    if (!isJsonObject(tool)) throw wrong(`tool_choice.tools[${index}]`, 'an object with a type');
    const found = namesBy(tool, tools);
    if (found.length === 0 && (tool.type === 'function' || tool.type === 'custom'))
      throw wrong(`tool_choice.tools[${index}].name`, 'the name of one of the tools');
    return found;
  });
  const word = mode === 'required' && tools.all.length > 0 ? 'ANY' : 'AUTO';
  return names.length > 0 ? { mode: word, allowed: [...new Set(names)] } : { mode: word };
}

function namedBy(choice: JsonObject, tools: ClientTools): string | undefined {
  return namesBy(choice, tools)[0];
}

/** Upstream's names of the declared tools that are meant: by name, a whole group, or the type of a ready-made one. */
function namesBy({ type, name, namespace }: JsonObject, tools: ClientTools): string[] {
  const prefix = type === 'namespace' && typeof name === 'string' ? flattenedName('', name) : undefined;
  const wanted = typeof name === 'string' ? flattenedName(name, namespace) : type;
  return tools.all
    .filter((tool) => (prefix === undefined ? tool.name === wanted : tool.name.startsWith(prefix)))
    .map(({ upstreamName }) => upstreamName);
}
