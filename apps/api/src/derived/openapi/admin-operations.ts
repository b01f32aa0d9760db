import type { AdminRoute } from '../admin-routes';
import type { AnswerType } from './answer-types';
import { type JsonSchema, referenceTo } from './dto-schemas';

/** How a route of the admin REST is used, in OpenAPI's words. */
export function adminOperation(
  route: AdminRoute,
  answer: AnswerType,
  schemas: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  const { summary, isForAdmins, body, query } = route;
  return {
    summary,
    tags: [tagOf(route.path)],
    operationId: route.handler,
    security: isForAdmins ? [{ adminToken: [] }, { session: [] }] : [],
    ...(query !== undefined && { parameters: queryParameters(query, schemas) }),
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: referenceTo(body) } } },
    }),
    responses: {
      [route.status]: {
        description: answer === undefined ? 'Done' : 'The answer',
        ...contentOf(answer, schemas),
      },
      default: { $ref: '#/components/responses/AdminError' },
    },
  };
}

function tagOf(path: string): string {
  return path.split('/')[2] ?? 'admin';
}

function queryParameters(query: string, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema[] {
  const { properties = {}, required = [] } = schemas[query] ?? {};
  return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: (required as readonly string[]).includes(name),
      ...(description !== undefined && { description }),
      schema,
    }),
  );
}

function contentOf(answer: AnswerType, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  if (answer === undefined || !Object.hasOwn(schemas, answer.name)) return {};
  const item = referenceTo(answer.name);
  const schema = answer.isList ? { type: 'array', items: item } : item;
  return { content: { 'application/json': { schema } } };
}
