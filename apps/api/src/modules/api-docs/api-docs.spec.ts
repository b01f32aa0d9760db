import { Global, Module } from '@nestjs/common';
import { UnauthenticatedError } from '../../core/gateway-error';
import { ADMIN_ACCESS } from '../../http/admin/admin-access';
import { listenAdminApp, type RunningAdminApp } from '../../http/admin/testing/admin-app';
import { ApiDocsController } from './api-docs.controller';

const ADMIN = { authorization: 'Bearer admin' };

@Global()
@Module({
  controllers: [ApiDocsController],
  providers: [
    {
      provide: ADMIN_ACCESS,
      useValue: {
        admit: (request: { headers: Record<string, string> }) => {
          if (request.headers['authorization'] !== ADMIN.authorization)
            throw new UnauthenticatedError('Sign in.');
          return { kind: 'token' };
        },
      },
    },
  ],
  exports: [ADMIN_ACCESS],
})
class DocsModule {}

let running: RunningAdminApp;
beforeAll(async () => (running = await listenAdminApp(DocsModule, { trustedProxies: [] })));
afterAll(() => running.app.close());

const ask = (path: string, headers: Record<string, string> = ADMIN): Promise<Response> =>
  fetch(running.url + path, { headers, redirect: 'manual' });

it('shows administrators a page that is made of files of its own', async () => {
  const page = await (await ask('/docs')).text();
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const file of files) expect((await ask(file)).status).toBe(200);
  expect(page).not.toMatch(/<script>/);
});

it('hands out the OpenAPI document', async () => {
  const document = (await (await ask('/docs/openapi.json')).json()) as { openapi: string; paths: object };
  expect(document.openapi).toMatch(/^3\./);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/v1/chat/completions', '/api/audit', '/health']),
  );
});

it.each([['/docs'], ['/docs/openapi.json'], ['/docs/swagger-ui.css']])(
  'tells nobody else what %s holds',
  async (path) => {
    expect((await ask(path, {})).status).toBe(401);
    const browser = await ask(path, { accept: 'text/html' });
    expect([browser.status, browser.headers.get('location')]).toEqual([
      302,
      `/login?next=${encodeURIComponent(path)}`,
    ]);
  },
);

it.each([['/docs/package.json'], ['/docs/..%2fpackage.json'], ['/docs/%2e%2e%2findex.js']])(
  'has no file %s',
  async (path) => expect((await ask(path)).status).toBe(404),
);
