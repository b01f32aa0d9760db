import type { FunctionChoice } from '../../../../gemini/tools/tool-rules';
import { isJsonObject, type JsonObject } from '../../../../json-object';
import type { ClientTools } from '../../../tools/client-tools';
import type { ChatRequest, ToolChoice } from '../chat-request';

/** The choice among the client's tools, in its present or its superseded form. */
export function functionChoice(request: ChatRequest, tools: ClientTools): FunctionChoice {
  const { tool_choice: choice, function_call: legacy } = request;
  if (choice != null) return chosen(choice, tools);
  if (legacy == null || typeof legacy === 'string') return { mode: legacy === 'none' ? 'NONE' : 'AUTO' };
  return { mode: 'ANY', allowed: [tools.upstreamName(legacy.name)] };
}

function chosen(choice: ToolChoice, tools: ClientTools): FunctionChoice {
  if (typeof choice === 'string') {
    return { mode: choice === 'none' ? 'NONE' : choice === 'required' ? 'ANY' : 'AUTO' };
  }
  switch (choice.type) {
    case 'function':
      return { mode: 'ANY', allowed: [tools.upstreamName(choice.function.name)] };
    case 'custom':
      return { mode: 'ANY', allowed: [tools.upstreamName(choice.custom.name)] };
    case 'allowed_tools': {
      const allowed = choice.allowed_tools.tools.flatMap(nameOf).map((name) => tools.upstreamName(name));
      const mode = choice.allowed_tools.mode === 'required' ? 'ANY' : 'AUTO';
      return allowed.length > 0 ? { mode, allowed } : { mode };
    }
  }
}

function nameOf(tool: JsonObject): string[] {
  const definition = tool.function ?? tool.custom;
  return isJsonObject(definition) && typeof definition.name === 'string' ? [definition.name] : [];
}
