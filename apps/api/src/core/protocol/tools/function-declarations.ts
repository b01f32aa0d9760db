import type { ModelFeatures } from '../../gemini/models/model-features';
import type { FunctionDeclaration } from '../../gemini/request/generate-content-request';
import { cleanSchema } from '../../gemini/schema/clean-schema';
import type { ClientTools } from './client-tools';

/** What a tool that takes free text is declared with. */
const FREE_TEXT = { type: 'object', properties: { input: { type: 'string' } }, required: ['input'] };

/** The client's tools as upstream declares functions. What their schemas lose is named in `changes`. */
export function functionDeclarations(
  tools: ClientTools,
  { schemaForm }: ModelFeatures,
  changes: string[],
): FunctionDeclaration[] {
  for (const name of tools.repeated)
    changes.push(`${tools.upstreamName(name)} declared again, the first holds`);
  return tools.all.map(({ upstreamName: name, description, parameters, takesText }) => {
    const cleaned = cleanSchema(takesText ? FREE_TEXT : parameters, schemaForm);
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
