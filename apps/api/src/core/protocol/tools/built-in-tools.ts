import type { Tool } from '../../gemini/request/generate-content-request';
import type { JsonObject } from '../../json-object';

/** Types of tools that upstream runs, and upstream's name for each. */
const BUILT_IN: Readonly<Record<string, string>> = {
  web_search: 'googleSearch',
  web_search_preview: 'googleSearch',
  google_search: 'googleSearch',
  googleSearch: 'googleSearch',
  url_context: 'urlContext',
  urlContext: 'urlContext',
  code_execution: 'codeExecution',
  codeExecution: 'codeExecution',
  code_interpreter: 'codeExecution',
};

/** Tools that upstream runs itself, each once. Those it has none for are left out and named in `changes`. */
export function builtInTools(tools: readonly JsonObject[], changes: string[]): Tool[] {
  const names = new Set<string>();
  for (const tool of tools) {
    const name = builtInName(tool);
    if (name !== undefined) names.add(name);
    else changes.push('a tool of an unknown type dropped');
  }
  return [...names].map((name) => ({ [name]: {} }));
}

/** By its type, or by its only field where it is written as upstream writes it. */
function builtInName(tool: JsonObject): string | undefined {
  const keys = typeof tool.type === 'string' ? [tool.type] : Object.keys(tool);
  const key = keys.find((name) => Object.hasOwn(BUILT_IN, name));
  return key === undefined ? undefined : BUILT_IN[key];
}
