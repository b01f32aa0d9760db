import { listOf, message, type MessageShape } from './shape';

/** The subset of OpenAPI that `parameters` and `responseSchema` take; anything else is an unknown name. */
export const SCHEMA: MessageShape = {
  message: () => ({
    type: 'string',
    format: 'string',
    title: 'string',
    description: 'string',
    nullable: 'boolean',
    enum: listOf('string'),
    items: SCHEMA,
    properties: { map: () => SCHEMA },
    required: listOf('string'),
    propertyOrdering: listOf('string'),
    anyOf: listOf(SCHEMA),
    minItems: 'number',
    maxItems: 'number',
    minProperties: 'number',
    maxProperties: 'number',
    minimum: 'number',
    maximum: 'number',
    minLength: 'number',
    maxLength: 'number',
    pattern: 'string',
    example: 'json',
    default: 'json',
  }),
};

const FUNCTION_DECLARATION = message({
  name: 'string',
  description: 'string',
  parameters: SCHEMA,
  parametersJsonSchema: 'json',
  response: SCHEMA,
  responseJsonSchema: 'json',
  behavior: 'string',
});

export const TOOL = message({
  functionDeclarations: listOf(FUNCTION_DECLARATION),
  googleSearch: 'json',
  googleSearchRetrieval: 'json',
  urlContext: 'json',
  codeExecution: 'json',
  googleMaps: 'json',
  fileSearch: 'json',
  computerUse: 'json',
  mcpServers: 'json',
});

export const TOOL_CONFIG = message({
  functionCallingConfig: message({ mode: 'string', allowedFunctionNames: listOf('string') }),
  retrievalConfig: 'json',
  includeServerSideToolInvocations: 'boolean',
});
