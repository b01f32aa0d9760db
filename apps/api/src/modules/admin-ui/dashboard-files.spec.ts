import 'reflect-metadata';
import { Controller, Get, Global, Module, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN_ACCESS } from '../../http/admin/admin-access';
import { listenAdminApp, type RunningAdminApp } from '../../http/admin/testing/admin-app';
import { dashboardFiles } from './dashboard-files';

const PAGE = '<!doctype html><title>dashboard</title>';
const LARGE = 'let x = 1;\n'.repeat(1000);
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

@Controller('api')
class ThingsController {
  @Get('things')
  list() {
    return [];
  }
}

/** Serves a directory as the dashboard is served. */
function aDashboardApp(directory: string): Promise<RunningAdminApp> {
  @Global()
  @Module({
    controllers: [ThingsController],
    providers: [{ provide: ADMIN_ACCESS, useValue: {} }],
    exports: [ADMIN_ACCESS],
  })
  class DashboardModule implements NestModule {
    constructor(private readonly host: HttpAdapterHost) {}

    configure(): void {
      this.host.httpAdapter.use(dashboardFiles(directory));
    }
  }
  return listenAdminApp(DashboardModule, { trustedProxies: ['127.0.0.1'] });
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gb-dashboard-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), PAGE);
  writeFileSync(join(directory, 'theme.js'), 'theme');
  writeFileSync(join(directory, 'assets/main-Ab12.js'), 'main');
  writeFileSync(join(directory, 'assets/large-Cd34.js'), LARGE);
  writeFileSync(join(directory, '.secret'), 'hidden');
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('a built dashboard', () => {
  let running: RunningAdminApp;
  beforeAll(async () => (running = await aDashboardApp(directory)));
  afterAll(() => running.app.close());

  async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const response = await fetch(running.url + path, { method, headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  it.each(['/', '/keys', '/keys/12?tab=usage', '/login', '/v2/some.page'])(
    'shows its page at %s',
    async (path) => {
      const { status, headers, text } = await ask(path, BROWSER);
      expect([status, text]).toEqual([200, PAGE]);
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(headers.get('cache-control')).toBe('no-cache');
    },
  );

  it.each([
    ['/assets/main-Ab12.js', 'public, max-age=31536000, immutable'],
    ['/theme.js', 'no-cache'],
    ['/index.html', 'no-cache'],
  ])('serves %s with cache-control: %s', async (path, caching) => {
    const { status, headers } = await ask(path);
    expect([status, headers.get('cache-control')]).toEqual([200, caching]);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('to a browser that takes %s sends a large file as %s', async (accepted, sentAs) => {
    const { status, headers, text } = await ask('/assets/large-Cd34.js', { 'accept-encoding': accepted });
    expect([status, headers.get('content-encoding'), text]).toEqual([200, sentAs, LARGE]);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('vary')).toBe('Accept-Encoding');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('says that a file has not changed', async () => {
    const { headers } = await ask('/theme.js');
    // Unless told otherwise, fetch asks with `no-cache`, which wants the whole file.
    const conditional = { 'if-none-match': headers.get('etag')!, 'cache-control': 'max-age=0' };
    expect((await ask('/theme.js', conditional)).status).toBe(304);
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['an asset that is gone', '/assets/main-Zz99.js', { accept: '*/*' }, 'GET'],
    ['a program that asks for no page', '/keys', { accept: 'application/json' }, 'GET'],
    ['the api, even to a browser', '/api/nowhere', BROWSER, 'GET'],
    ['a change', '/keys', BROWSER, 'POST'],
    ['a path out of the directory', '/assets/..%2f..%2f..%2fetc%2fpasswd', {}, 'GET'],
    ['a hidden file', '/.secret', {}, 'GET'],
  ])('answers %s with an error of the common shape', async (_, path, headers, method) => {
    const { status, text } = await ask(path, headers, method);
    expect([403, 404]).toContain(status);
    expect(JSON.parse(text)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  });

  it('leaves the api alone', async () => expect((await ask('/api/things', BROWSER)).text).toBe('[]'));

  it('allows no inline script, and asks for no TLS over plain http', async () => {
    const { headers } = await ask('/', BROWSER);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/(^|;)script-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('asks to stay with TLS where it was reached by it', async () => {
    const { headers } = await ask('/', { ...BROWSER, 'x-forwarded-proto': 'https' });
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
  });
});

describe('a dashboard that is not built', () => {
  let running: RunningAdminApp;
  beforeAll(async () => (running = await aDashboardApp(join(directory, 'missing'))));
  afterAll(() => running.app.close());

  it('says so', async () => {
    const response = await fetch(`${running.url}/`, { headers: BROWSER });
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });

  it('leaves the api alone', async () => expect((await fetch(`${running.url}/api/things`)).status).toBe(200));
});
