import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';
import { describeBehindNginx, NginxFront } from '../support/processes/nginx-front';

const REPOSITORY = join(__dirname, '../../../..');
const DASHBOARD = join(REPOSITORY, 'apps/admin/dist');
const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
/** What the two servers each say about themselves, about the moment, or in a way of their own. */
const OWN = ['connection', 'date', 'etag', 'keep-alive', 'last-modified', 'server', 'x-request-id', 'vary'];

/** Every file of the built dashboard, as its path on the server. */
const files = readdirSync(DASHBOARD, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(DASHBOARD.length));

/** The method and the path of every route in docs/api.md; `/*` and `:id` stand for something. */
const routes = [
  ...readFileSync(join(REPOSITORY, 'docs/api.md'), 'utf8').matchAll(/^\| (\w+) \| `(\/[^`]*)` \|/gm),
].map(([, method, path]) => [method!, path!.replace(/\*$/, 'some/thing').replace(/:\w+/g, '12')] as const);

describeBehindNginx('the dashboard behind nginx', () => {
  let gateway: GatewayProcess;
  let front: NginxFront;
  beforeAll(async () => {
    const trusted = { TRUSTED_PROXIES: '127.0.0.1' };
    gateway = await startGateway(trusted);
    front = await NginxFront.start(gateway.port, trusted);
  });
  afterAll(async () => {
    await front?.discard();
    await discard(gateway);
  });

  async function answerOf(origin: string, path: string, headers: Record<string, string>) {
    const response = await fetch(origin + path, { headers, redirect: 'manual' });
    const all = [...response.headers].filter(([name]) => !OWN.includes(name));
    return { status: response.status, headers: Object.fromEntries(all), text: await response.text() };
  }

  const pages = ['/', '/keys'].map((path) => [path, 'as a page'] as const);
  it.each([...pages, ...files.map((path) => [path, 'as a file'] as const)])(
    'gives %s %s as the api gives it',
    async (path, kind) => {
      for (const scheme of ['http', 'https']) {
        const accept = kind === 'as a page' ? PAGE : { accept: '*/*' };
        const forwarded = { 'x-forwarded-proto': scheme, 'x-forwarded-for': '203.0.113.7' };
        const headers = { ...accept, ...forwarded, 'accept-encoding': 'identity' };
        expect(await answerOf(front.url, path, headers)).toEqual(await answerOf(gateway.url, path, headers));
      }
    },
  );

  it.each(['/keys/12?tab=usage', '/v2/some.page', '/login', '/healthy', '/apis'])(
    'shows its page at %s',
    async (path) => {
      const { status, headers, text } = await answerOf(front.url, path, PAGE);
      expect([status, text]).toEqual([200, readFileSync(join(DASHBOARD, 'index.html'), 'utf8')]);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  it('compresses what browsers take compressed', async () => {
    const script = files.find((path) => /^\/assets\/.*\.js$/.test(path))!;
    const response = await fetch(front.url + script, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(readFileSync(DASHBOARD + script, 'utf8'));
  });

  it('says that a file has not changed', async () => {
    const { headers } = await fetch(`${front.url}/theme.js`);
    const conditional = { 'if-none-match': headers.get('etag')!, 'cache-control': 'max-age=0' };
    expect((await fetch(`${front.url}/theme.js`, { headers: conditional })).status).toBe(304);
  });

  it('knows the routes of docs/api.md', () => expect(routes.length).toBeGreaterThan(200));

  it('passes on every route of docs/api.md, even where a browser asks for a page', async () => {
    const kept: string[] = [];
    for (const [, path] of routes) {
      const response = await fetch(front.url + path, { headers: PAGE, redirect: 'manual' });
      await response.arrayBuffer();
      if (!response.headers.has('x-request-id')) kept.push(path);
    }
    expect(kept).toEqual([]);
  });

  it.each<[string, string, string, Record<string, string>]>([
    ['an asset that is gone', 'GET', '/assets/main-Zz99.js', {}],
    ['a program that asks for no page', 'GET', '/keys', { accept: 'application/json' }],
    ['what the api does not have', 'GET', '/api/nowhere', PAGE],
    ['a change', 'POST', '/keys', PAGE],
    ['a path with encoded slashes', 'GET', '/v1beta/models/a%2Fb', {}],
    ['a path with doubled slashes', 'GET', '//v1beta//models', PAGE],
  ])('leaves %s to the api', async (_, method, path, headers) => {
    const ask = async (origin: string) => {
      const response = await fetch(origin + path, { method, headers });
      expect(response.headers.has('x-request-id')).toBe(true);
      return [response.status, await response.json()];
    };
    expect(await ask(front.url)).toEqual(await ask(gateway.url));
  });
});
