import type { ClientRoute } from '../../http/client-route';
import type { JsonSchema } from './dto-schemas';

/** Where the vendor describes what its own API takes and answers. */
const REFERENCES: Readonly<Record<string, string>> = {
  gemini: 'https://ai.google.dev/api',
  'openai-chat': 'https://platform.openai.com/docs/api-reference',
  'openai-responses': 'https://platform.openai.com/docs/api-reference/responses',
  'anthropic-messages': 'https://docs.anthropic.com/en/api',
  detect: 'https://platform.openai.com/docs/api-reference/models',
};

const ANY_METHOD = ['get', 'post', 'put', 'patch', 'delete'];

/** OpenAPI's form of a path: `/v1/models/*` is `/v1/models/{rest}`. */
export function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{rest}');
}

export function methodsOf({ method }: ClientRoute): readonly string[] {
  return method === '*' ? ANY_METHOD : [method.toLowerCase()];
}

/** How a route for API clients is used. Bodies are the vendors': they describe them better, and anew each week. */
export function clientOperation(route: ClientRoute, method: string): JsonSchema {
  const { path, protocol, auth, summary } = route;
  const hasBody = method !== 'get' && method !== 'delete';
  const content = { '*/*': { schema: { description: `As ${REFERENCES[protocol]} says.` } } };
  return {
    summary,
    tags: [protocol],
    externalDocs: { url: REFERENCES[protocol] },
    security: auth === 'none' ? [] : CLIENT_CREDENTIALS.map((name) => ({ [name]: [] })),
    parameters: [...openApiPath(path).matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(hasBody && { requestBody: { content } }),
    responses: {
      200: { description: 'The answer', content },
      default: { description: 'An error of the dialect' },
    },
  };
}

const CLIENT_CREDENTIALS = ['bearer', 'googleKey', 'anthropicKey', 'queryKey'];
