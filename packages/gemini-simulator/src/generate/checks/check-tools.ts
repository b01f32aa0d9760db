import type { SimulatedModel } from '../../models/model';
import { declaredFunctions, type FunctionDeclaration, type GenerateRequest } from '../generate-request';
import { wrongSchema } from './check-schema';

const NAME = /^[A-Za-z_][A-Za-z0-9_.:-]{0,127}$/;
const MAX_DECLARATIONS = 512;

/** What upstream finds wrong with the tools for this model; undefined where they are in order. */
export function wrongTools(request: GenerateRequest, model: SimulatedModel): string | undefined {
  return (
    wrongDeclarations(request) ??
    wrongParameters(request, model) ??
    wrongChoice(request) ??
    wrongMix(request, model)
  );
}

function wrongDeclarations(request: GenerateRequest): string | undefined {
  const names = declaredFunctions(request).map((declaration) => declaration.name ?? '');
  if (names.length > MAX_DECLARATIONS)
    return `At most ${MAX_DECLARATIONS} function declarations are supported.`;
  const invalid = names.find((name) => !NAME.test(name));
  if (invalid !== undefined) {
    return (
      `* GenerateContentRequest.tools[0].function_declarations[${names.indexOf(invalid)}].name: Invalid function name. Must start with a letter or an underscore. ` +
      'Must be alphanumeric (a-z, A-Z, 0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum length of 128.\n'
    );
  }
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  return twice === undefined ? undefined : `Duplicate function declaration found: ${twice}`;
}

function wrongParameters(request: GenerateRequest, model: SimulatedModel): string | undefined {
  for (const [t, tool] of (request.tools ?? []).entries()) {
    for (const [n, declaration] of (tool.functionDeclarations ?? []).entries()) {
      const path = `GenerateContentRequest.tools[${t}].function_declarations[${n}]`;
      const wrong = wrongDeclaration(declaration, path, model);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

function wrongDeclaration(
  { name, parameters, parametersJsonSchema }: FunctionDeclaration,
  path: string,
  model: SimulatedModel,
): string | undefined {
  if (parameters && parametersJsonSchema)
    return `* ${path}: only one of parameters and parameters_json_schema can be set.\n`;
  const schema = parameters ?? parametersJsonSchema;
  if (!schema) return undefined;
  const form = parameters ? 'proto' : 'json';
  const { type } = schema;
  if (typeof type === 'string' && type.toUpperCase() !== 'OBJECT')
    return `* ${path}.parameters: functionDeclaration \`${name}\` parameters schema should be of type OBJECT.\n`;
  return wrongSchema(schema, `${path}.parameters${form === 'json' ? '_json_schema' : ''}`, { form, model });
}

function wrongChoice(request: GenerateRequest): string | undefined {
  const { mode = 'AUTO', allowedFunctionNames: allowed = [] } =
    request.toolConfig?.functionCallingConfig ?? {};
  if (!['MODE_UNSPECIFIED', 'AUTO', 'ANY', 'NONE', 'VALIDATED'].includes(mode))
    return `Invalid value at 'tool_config.function_calling_config.mode', "${mode}"`;
  if (allowed.length > 0 && !['ANY', 'VALIDATED'].includes(mode)) {
    return '* GenerateContentRequest.tool_config.function_calling_config.allowed_function_names: only supported with mode ANY or VALIDATED.\n';
  }
  if (mode === 'ANY' && declaredFunctions(request).length === 0)
    return 'Function calling config is set without function_declarations.';
  const declared = new Set(declaredFunctions(request).map((declaration) => declaration.name));
  const unknown = allowed.find((name) => !declared.has(name));
  return unknown === undefined
    ? undefined
    : `allowed_function_names contains undeclared function: ${unknown}`;
}

function wrongMix(request: GenerateRequest, model: SimulatedModel): string | undefined {
  const hasFunctions = declaredFunctions(request).length > 0;
  const hasBuiltIn = (request.tools ?? []).some((tool) =>
    Object.keys(tool).some((name) => name !== 'functionDeclarations'),
  );
  if (hasFunctions && model.kind !== 'chat') return `Function calling is not enabled for models/${model.id}`;
  const mode = request.toolConfig?.functionCallingConfig?.mode ?? 'AUTO';
  if (request.generationConfig?.responseMimeType === 'application/json') {
    if (hasFunctions && (model.generation < 3 || mode !== 'AUTO'))
      return "Function calling with a response mime type: 'application/json' is unsupported";
    if (hasBuiltIn && model.generation < 3)
      return "Tool use with a response mime type: 'application/json' is unsupported";
  }
  if (!hasBuiltIn || !hasFunctions) return undefined;
  if (model.generation < 3) return 'Tool use with function calling is unsupported';
  const isMixable = mode === 'VALIDATED' && request.toolConfig?.includeServerSideToolInvocations === true;
  return isMixable
    ? undefined
    : 'Please enable tool_config.include_server_side_tool_invocations to use built-in tools with function calling.';
}
