import type { JsonObject } from '../../../../json-object';
import type { DeclaredTool } from '../../../tools/client-tools';
import { typedTool } from './typed-tools';

/** Whether the client describes the tool itself. Tools of all other types are known by their type. */
export function isClientTool({ type }: JsonObject): boolean {
  return type == null || type === 'custom';
}

/** The tools that the client runs: those that it describes, and those of Anthropic's that every client runs itself. */
export function declaredTools(tools: readonly JsonObject[] | null | undefined): DeclaredTool[] {
  return (tools ?? []).flatMap((tool) => {
    if (!isClientTool(tool)) return typedTool(tool) ?? [];
    const { name, description, input_schema: parameters } = tool;
    return {
      name: name as string,
      description: typeof description === 'string' ? description : undefined,
      parameters: parameters ?? undefined,
    };
  });
}
