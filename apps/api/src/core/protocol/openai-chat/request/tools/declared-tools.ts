import { isJsonObject, type JsonObject } from '../../../../json-object';
import type { DeclaredTool } from '../../../tools/client-tools';
import { freeTextTool } from '../../../tools/free-text-tool';
import type { ChatRequest, ChatTool, CustomTool, FunctionDefinition, FunctionTool } from '../chat-request';

const SEARCH_SWITCH = 'googleSearch';

/** Some clients leave the type out. */
export function isFunctionTool(tool: ChatTool): tool is FunctionTool {
  return tool.type === 'function' || (tool.type === undefined && 'function' in tool);
}

/** Clients of gemini-balance ask for a web search by a function of this name. One that takes arguments is the client's own. */
function isSearchSwitch(tool: ChatTool): boolean {
  if (!isFunctionTool(tool) || tool.function.name !== SEARCH_SWITCH) return false;
  const { parameters } = tool.function;
  const properties = isJsonObject(parameters) ? parameters.properties : undefined;
  return !isJsonObject(properties) || Object.keys(properties).length === 0;
}

function isCustomTool(tool: ChatTool): tool is CustomTool {
  return tool.type === 'custom';
}

/** The tools that the client runs, in their present and their superseded form. */
export function declaredTools({
  tools,
  functions,
}: Pick<ChatRequest, 'tools' | 'functions'>): DeclaredTool[] {
  return [
    ...(tools ?? []).flatMap((tool): DeclaredTool[] => {
      if (isSearchSwitch(tool)) return [];
      if (isFunctionTool(tool)) return [declared(tool.function)];
      if (!isCustomTool(tool)) return [];
      const { name, description, format } = tool.custom;
      return [freeTextTool(name, textOrNothing(description), format)];
    }),
    ...(functions ?? []).map(declared),
  ];
}

/** The tools that the other side is to run, a web search that is asked for in a field of its own among them. */
export function hostedTools({ tools, web_search_options: search }: ChatRequest): JsonObject[] {
  const hosted = (tools ?? []).flatMap((tool): JsonObject[] => {
    if (isSearchSwitch(tool)) return [{ type: SEARCH_SWITCH }];
    return isFunctionTool(tool) || isCustomTool(tool) ? [] : [tool];
  });
  return search == null ? hosted : [{ type: 'web_search' }, ...hosted];
}

function declared({ name, description, parameters }: FunctionDefinition): DeclaredTool {
  return { name, description: textOrNothing(description), parameters: parameters ?? undefined };
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
