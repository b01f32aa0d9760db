import type { ClientRoute } from '../../http/routing/client-route';
import type { JsonSchema } from './dto-schemas';

/** Where the vendor describes what its own API takes and answers; by dialect. */
const REFERENCES = {
  gemini: 'https://ai.google.dev/api',
  'openai-chat': 'https://platform.openai.com/docs/api-reference',
  'openai-responses': 'https://platform.openai.com/docs/api-reference/responses',
  'anthropic-messages': 'https://docs.anthropic.com/en/api',
  detect: 'https://platform.openai.com/docs/api-reference/models',
};

const ANY_METHOD = ['get', 'post', 'put', 'patch', 'delete'];

/** Any of these admits a client. */
export const CLIENT_SECURITY = ['bearer', 'googleKey', 'anthropicKey', 'queryKey'].map((name) => ({
  [name]: [],
}));

/** What all routes of a dialect have in common. Bodies are the vendors': they describe them better, and anew each week. */
export const CLIENT_COMPONENTS = {
  requestBodies: byDialect((content) => ({ content })),
  responses: byDialect((content) => ({ description: 'The answer, or an error of the dialect', content })),
};

/** OpenAPI's form of a path: `/v1/models/*` is `/v1/models/{rest}`. */
export function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{rest}');
}

export function methodsOf({ method }: ClientRoute): readonly string[] {
  return method === '*' ? ANY_METHOD : [method.toLowerCase()];
}

/** The path parameters of an OpenAPI path, for all its operations. */
export function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** How a route for API clients is used, in OpenAPI's words. */
export function clientOperation({ protocol, auth, summary }: ClientRoute, method: string): JsonSchema {
  const hasBody = method !== 'get' && method !== 'delete';
  return {
    summary,
    tags: [protocol],
    ...(auth === 'none' && { security: [] }),
    ...(hasBody && { requestBody: { $ref: `#/components/requestBodies/${protocol}` } }),
    responses: { default: { $ref: `#/components/responses/${protocol}` } },
  };
}

function byDialect(make: (content: JsonSchema) => JsonSchema): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(REFERENCES).map(([protocol, url]) => [
      protocol,
      make({ '*/*': { schema: { description: `As ${url} says.` } } }),
    ]),
  );
}
