import type { JsonObject } from '../../../../json-object';
import { isClientTool } from './declared-tools';
import { typedTool } from './typed-tools';

/** Versioned types of tools that Anthropic runs, by the name that all dialects share. */
const HOSTED: readonly (readonly [type: RegExp, shared: string])[] = [
  [/^web_search_\d+$/, 'web_search'],
  [/^web_fetch_\d+$/, 'url_context'],
  [/^code_execution_\d+$/, 'code_execution'],
];

/** Finds tools among the others, which all of them are declared to upstream anyway. */
const NEEDLESS = /^tool_search_tool_/;

/** The tools that the other side is to run, by their shared names. */
export function hostedTools(tools: readonly JsonObject[] | null | undefined): JsonObject[] {
  return (tools ?? []).filter(isHosted).map((tool) => {
    const type = tool.type as string;
    return { type: HOSTED.find(([versioned]) => versioned.test(type))?.[1] ?? type };
  });
}

function isHosted(tool: JsonObject): boolean {
  return !isClientTool(tool) && typedTool(tool) === undefined && !NEEDLESS.test(tool.type as string);
}
