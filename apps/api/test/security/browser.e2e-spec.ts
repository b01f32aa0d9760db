import {
  ADMIN_TOKEN,
  CLIENT_TOKEN,
  discard,
  type GatewayProcess,
  startGateway,
} from '../support/processes/gateway-process';

const EVIL = 'https://evil.example';
const JSON_TYPE = { 'content-type': 'application/json' };

let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGateway({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => discard(gateway));

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(gateway.url + path, init);
const login = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
  ask('/api/auth/login', {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify({ token }),
  });
const cookieOf = (response: Response): string => response.headers.get('set-cookie') ?? '';

describe('a session', () => {
  it('is an unguessable id in a cookie out of the reach of scripts and other sites', async () => {
    const [one, other] = [cookieOf(await login(ADMIN_TOKEN)), cookieOf(await login(ADMIN_TOKEN))];
    expect(one).toMatch(/^gb_session=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Strict$/);
    expect(one.split(';')[0]).not.toBe(other.split(';')[0]);
    expect(cookieOf(await login(ADMIN_TOKEN, { 'x-forwarded-proto': 'https' }))).toContain('; Secure');
  });

  it('is not opened by the id that somebody brings along', async () => {
    const planted = 'gb_session=planted-by-somebody-else-0123456789012345678';
    expect(cookieOf(await login(ADMIN_TOKEN, { cookie: planted }))).not.toContain('planted');
    expect((await ask('/api/keys', { headers: { cookie: planted } })).status).toBe(401);
  });

  it('ends on the server when it is signed out, and when it is revoked', async () => {
    const sessions = await Promise.all([login(ADMIN_TOKEN), login(ADMIN_TOKEN)]);
    const [one, other] = sessions.map((answer) => ({ cookie: cookieOf(answer).split(';')[0]! }));
    await ask('/api/auth/logout', { method: 'POST', headers: { ...one, ...JSON_TYPE } });
    expect((await ask('/api/keys', { headers: one! })).status).toBe(401);
    expect((await ask('/api/keys', { headers: other! })).status).toBe(200);
    await ask('/api/auth/sessions', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    expect((await ask('/api/keys', { headers: other! })).status).toBe(401);
  });

  it.each<[string, Record<string, string>]>([
    ['a form of another site', { origin: EVIL, 'content-type': 'text/plain' }],
    ['a script of another site', { origin: EVIL, ...JSON_TYPE }],
    ['a page of nobody', { origin: 'null', ...JSON_TYPE }],
    ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site', ...JSON_TYPE }],
    ['another port or name of the same site', { 'sec-fetch-site': 'same-site', ...JSON_TYPE }],
    ['a form that says nothing of itself', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('changes nothing for %s', async (_, headers) => {
    const cookie = cookieOf(await login(ADMIN_TOKEN)).split(';')[0]!;
    for (const [method, path] of [
      ['POST', '/api/keys/import'],
      ['PATCH', '/api/settings'],
      ['DELETE', '/api/auth/sessions'],
      ['POST', '/api/tokens'],
    ] as const) {
      const answer = await ask(path, { method, headers: { ...headers, cookie }, body: '{}' });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

describe('a page', () => {
  it('runs no script but the files of the dashboard, and is framed by nobody', async () => {
    const { headers } = await ask('/', { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/upgrade-insecure-requests|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect([headers.get('x-frame-options'), headers.get('x-content-type-options')]).toEqual([
      'DENY',
      'nosniff',
    ]);
  });

  it.each(['/api/overview', '/v1/models', '/health', '/metrics', '/api/auth/login'])(
    'of another origin may not read %s while none is configured',
    async (path) => {
      for (const method of ['GET', 'OPTIONS']) {
        const headers = {
          origin: EVIL,
          authorization: `Bearer ${CLIENT_TOKEN}`,
          'access-control-request-method': 'POST',
        };
        const answer = await ask(path, { method, headers });
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    },
  );

  it('of a configured origin may call clients’ routes, and never with a cookie or those of administrators', async () => {
    const settings = JSON.stringify({ set: { CORS_ALLOWED_ORIGINS: ['https://app.example'] } });
    const admin = { authorization: `Bearer ${ADMIN_TOKEN}`, ...JSON_TYPE };
    await ask('/api/settings', { method: 'PATCH', headers: admin, body: settings });
    const allowed = async (path: string, origin: string): Promise<(string | null)[]> => {
      const { headers } = await ask(path, { headers: { origin, authorization: `Bearer ${CLIENT_TOKEN}` } });
      return [headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')];
    };
    expect(await allowed('/v1/models', 'https://app.example')).toEqual(['https://app.example', null]);
    expect(await allowed('/v1/models', 'https://app.example.evil.example')).toEqual([null, null]);
    expect(await allowed('/api/overview', 'https://app.example')).toEqual([null, null]);
  });
});

describe('guessing', () => {
  it('is slowed down for the address that guesses, behind a trusted proxy too, and for no other', async () => {
    const from = (address: string, token: string): Promise<Response> =>
      login(token, { 'x-forwarded-for': address });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await from('198.51.100.9', `guess-${n}`)).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
    const locked = await from('198.51.100.9', 'guess');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('198.51.100.10', 'guess')).status).toBe(401);
    // Who claims another address in front of the proxy's word is still known by that word.
    expect((await from('10.9.8.7, 198.51.100.9', 'guess')).status).toBe(429);
  });
});
