import { renderEnvExample } from '../core/settings/documents/env-example';
import { renderSettingsDoc } from '../core/settings/documents/settings-doc';
import { renderApiDoc } from './api-doc';
import { declaredRoutes } from './declared-routes';
import { renderGatewayPaths } from './nginx/gateway-paths';
import { renderSecurityHeaders } from './nginx/security-headers';
import { openApiDocument } from './openapi/openapi-document';

/** A file of the repository that is written by `npm run generate` and never by hand. */
interface DerivedFile {
  /** Below the root of the repository. */
  readonly path: string;
  render(): string | Promise<string>;
}

export const DERIVED_FILES: readonly DerivedFile[] = [
  { path: '.env.example', render: renderEnvExample },
  { path: 'docs/settings.md', render: renderSettingsDoc },
  { path: 'docs/api.md', render: async () => renderApiDoc(await declaredRoutes()) },
  {
    path: 'apps/api/openapi.json',
    render: async () => `${JSON.stringify(openApiDocument(await declaredRoutes()), null, 1)}\n`,
  },
  { path: 'docker/nginx/gateway-paths.conf', render: async () => renderGatewayPaths(await declaredRoutes()) },
  { path: 'docker/nginx/security-headers.conf', render: renderSecurityHeaders },
];
