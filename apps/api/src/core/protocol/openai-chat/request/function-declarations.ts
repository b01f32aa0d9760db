import type { FunctionDeclaration } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import { cleanSchema } from '../../../gemini/schema/clean-schema';
import type { FunctionDefinition } from './chat-request';
import type { ClientTool, ClientTools } from './client-tools';

/** The client's tools as upstream declares functions. What their schemas lose is named in `changes`. */
export function functionDeclarations(
  tools: ClientTools,
  { schemaForm }: ModelFeatures,
  changes: string[],
): FunctionDeclaration[] {
  for (const name of tools.repeated)
    changes.push(`${tools.upstreamName(name)} declared again, the first holds`);
  return tools.all.map((tool) => {
    const { upstreamName: name, definition } = tool;
    const description =
      tool.kind === 'custom' ? customDescription(tool) : textOrNothing(definition.description);
    const cleaned = cleanSchema(parametersOf(tool), schemaForm);
    if (cleaned.changes.length > 0) changes.push(`${name}: ${cleaned.changes.join(', ')}`);
    return {
      name,
      ...(description && { description }),
      ...(cleaned.schema !== undefined && {
        [schemaForm === 'json' ? 'parametersJsonSchema' : 'parameters']: cleaned.schema,
      }),
    };
  });
}

/** Upstream has no tools that take free text: such a one becomes a function of one text. */
const FREE_TEXT = { type: 'object', properties: { input: { type: 'string' } }, required: ['input'] };

function parametersOf({ kind, definition }: ClientTool): unknown {
  return kind === 'custom' ? FREE_TEXT : ((definition as FunctionDefinition).parameters ?? undefined);
}

function customDescription({ definition }: ClientTool): string {
  const format = 'format' in definition && definition.format != null ? JSON.stringify(definition.format) : '';
  return [textOrNothing(definition.description), format && `The input follows this format: ${format}`]
    .filter(Boolean)
    .join('\n\n');
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
