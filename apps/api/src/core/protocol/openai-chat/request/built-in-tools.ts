import type { Tool } from '../../../gemini/generate-content-request';
import type { ChatRequest, ChatTool } from './chat-request';
import { isCustomTool, isFunctionTool } from './client-tools';

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

/** The tools of a request that upstream runs itself. Types it has none for are left out and named in `changes`. */
export function builtInTools({ tools, web_search_options: search }: ChatRequest, changes: string[]): Tool[] {
  const names = new Set<string>(search == null ? [] : ['googleSearch']);
  for (const tool of tools ?? []) {
    if (isFunctionTool(tool) || isCustomTool(tool)) continue;
    const name = builtInName(tool);
    if (name !== undefined) names.add(name);
    else changes.push('a tool of an unknown type dropped');
  }
  return [...names].map((name) => ({ [name]: {} }));
}

/** By its type, or by its only field where it is written as upstream writes it. */
function builtInName(tool: ChatTool): string | undefined {
  const keys = typeof tool.type === 'string' ? [tool.type] : Object.keys(tool);
  const key = keys.find((name) => Object.hasOwn(BUILT_IN, name));
  return key === undefined ? undefined : BUILT_IN[key];
}
