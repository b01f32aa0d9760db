import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredRoutes } from '../declared-routes';
import { adminOperation } from './admin-operations';
import { answerTypes } from './answer-types';
import {
  CLIENT_COMPONENTS,
  CLIENT_SECURITY,
  clientOperation,
  methodsOf,
  openApiPath,
  pathParameters,
} from './client-operations';
import { dtoSchemas, type JsonSchema, referenceTo } from './dto-schemas';

const repository = join(__dirname, '../../../../..');

const SECURITY_SCHEMES: JsonSchema = {
  bearer: { type: 'http', scheme: 'bearer', description: 'A client token, as OpenAI clients send it.' },
  googleKey: { type: 'apiKey', in: 'header', name: 'x-goog-api-key' },
  anthropicKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  queryKey: { type: 'apiKey', in: 'query', name: 'key' },
  adminToken: { type: 'http', scheme: 'bearer', description: 'The admin token.' },
  session: { type: 'apiKey', in: 'cookie', name: 'gb_session', description: 'Set by signing in.' },
};

/** The OpenAPI 3.1 description of every route, for clients and for administrators. */
export function openApiDocument({ client, admin }: DeclaredRoutes): JsonSchema {
  const schemas = dtoSchemas();
  const answers = answerTypes(join(repository, 'apps/api/src'));
  const paths: Record<string, Record<string, unknown>> = {};
  const add = (path: string, method: string, operation: JsonSchema): void => {
    const parameters = pathParameters(path);
    paths[path] ??= parameters.length > 0 ? { parameters } : {};
    paths[path][method] ??= operation;
  };
  for (const route of client)
    for (const method of methodsOf(route))
      add(openApiPath(route.path), method, clientOperation(route, method));
  for (const route of admin)
    add(
      openApiPath(route.path),
      route.method.toLowerCase(),
      adminOperation(route, answers.get(route.handler), schemas),
    );
  const sorted = Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: { title: 'gemini-balance', version: version(), license: { name: 'MIT', identifier: 'MIT' } },
    security: CLIENT_SECURITY,
    paths: Object.fromEntries(sorted),
    components: {
      schemas,
      requestBodies: CLIENT_COMPONENTS.requestBodies,
      responses: {
        ...CLIENT_COMPONENTS.responses,
        AdminError: {
          description: 'Why not',
          content: { 'application/json': { schema: referenceTo('AdminErrorDto') } },
        },
      },
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function version(): string {
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
