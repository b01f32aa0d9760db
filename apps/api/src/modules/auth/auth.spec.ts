import { sha256 } from '../../core/sha256';
import { testDatabases } from '../../database/testing/test-databases';
import { anAuthApp, type AuthApp, JSON_TYPE, SESSION_MS, TOKEN } from './testing/auth-app';

describe.each(testDatabases())('on $name', (database) => {
  let app: AuthApp;
  beforeEach(async () => (app = await anAuthApp(database)));
  afterEach(() => app.close());

  it('opens a session for the admin token, and closes it again', async () => {
    const { status, body, cookie } = await app.login(TOKEN);
    expect([status, body]).toEqual([200, { expiresAtMs: app.clock.now + SESSION_MS }]);
    const session = { cookie: cookie.split(';')[0]! };
    expect((await app.ask('GET', '/api/auth/session', session)).body).toEqual(body);
    expect((await app.ask('GET', '/api/things', session)).status).toBe(200);

    const logout = await app.ask('POST', '/api/auth/logout', { ...session, ...JSON_TYPE });
    expect([logout.status, logout.cookie]).toEqual([
      204,
      expect.stringMatching(/^gb_session=;.*Expires=Thu, 01 Jan 1970/),
    ]);
    expect((await app.ask('GET', '/api/things', session)).status).toBe(401);
  });

  it('keeps neither the token nor the id of the session', async () => {
    const { cookie } = await app.signIn();
    const rows: unknown[] = await app.opened.dataSource.query('SELECT * FROM admin_sessions');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain(sha256(cookie.split('=')[1]!));
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
    expect(JSON.stringify(rows)).not.toContain(TOKEN);
  });

  it('lets a session live on while it is used, and no longer', async () => {
    const session = await app.signIn();
    app.clock.now += SESSION_MS - 1;
    const renewed = await app.ask('GET', '/api/auth/session', session);
    expect(renewed.body.expiresAtMs).toBe(app.clock.now + SESSION_MS);
    expect(renewed.cookie).toMatch(/^gb_session=[\w-]{43}; Max-Age=3600;/);
    app.clock.now += SESSION_MS - 1;
    expect((await app.ask('GET', '/api/things', session)).status).toBe(200);
    app.clock.now += SESSION_MS;
    expect((await app.ask('GET', '/api/things', session)).status).toBe(401);
  });

  it('shortens sessions when ADMIN_SESSION_EXPIRE is made shorter', async () => {
    const session = await app.signIn();
    app.settings.sessionMs = 300_000;
    await app.ask('GET', '/api/things', session);
    app.clock.now += 300_000;
    expect((await app.ask('GET', '/api/things', session)).status).toBe(401);
  });

  it('clears expired sessions away when another is opened', async () => {
    await app.signIn();
    app.clock.now += SESSION_MS;
    await app.signIn();
    expect(await app.opened.dataSource.query('SELECT createdAtMs FROM admin_sessions')).toHaveLength(1);
  });
});

describe('access', () => {
  let app: AuthApp;
  beforeEach(async () => (app = await anAuthApp(testDatabases()[0]!)));
  afterEach(() => app.close());

  it('ends with the admin token the session was opened with', async () => {
    const session = await app.signIn();
    app.admins.clear();
    app.admins.add('another-token');
    expect((await app.ask('GET', '/api/things', session)).status).toBe(401);
  });

  it('takes the admin token as a bearer token, also for changes', async () => {
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect((await app.ask('GET', '/api/things', bearer)).status).toBe(200);
    expect((await app.ask('POST', '/api/things', bearer)).status).toBe(201);
    expect((await app.ask('GET', '/api/auth/session', bearer)).status).toBe(401);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['a client token', { authorization: 'Bearer client' }],
    ['an unknown token', { authorization: 'Bearer nobody' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
    ['the token in the cookie', { cookie: `gb_session=${TOKEN}` }],
    ['an empty cookie', { cookie: 'gb_session=' }],
    ['a cookie of another name', { cookie: 'xgb_session=a; other' }],
  ])('is refused to %s', async (_, headers) => {
    const { status, body } = await app.ask('GET', '/api/things', headers);
    expect([status, body.error?.code]).toEqual([401, 'unauthenticated']);
  });

  it.each([
    ['no token', {}, 'token'],
    ['an empty token', { token: '' }, 'token'],
    ['a token that is no text', { token: { $gt: '' } }, 'token'],
    ['a field too many', { token: TOKEN, remember: true }, 'remember'],
  ])('login names what is wrong with %s', async (_, body, field) => {
    const answer = await app.ask('POST', '/api/auth/login', JSON_TYPE, body);
    expect([answer.status, answer.body.error?.field]).toEqual([400, field]);
  });

  it('gives out a cookie that scripts and other sites do not reach, by TLS alone where TLS is used', async () => {
    expect((await app.login(TOKEN)).cookie).toMatch(
      /^gb_session=[\w-]{43}; Max-Age=3600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const overTls = await app.login(TOKEN, { 'x-forwarded-proto': 'https' });
    expect(overTls.cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('keeps the cookie to TLS where PUBLIC_URL says that browsers use it, though a proxy ends it', async () => {
    app.settings.publicUrl = `https://${new URL(app.url).host}`;
    expect((await app.login(TOKEN)).cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    app.settings.publicUrl = 'https://elsewhere.example';
    expect((await app.login(TOKEN)).cookie).not.toContain('Secure');
    app.settings.publicUrl = '';
  });

  describe('under guesses', () => {
    it('locks the address out, for the right token too, and says until when', async () => {
      for (let i = 0; i < 4; i += 1) await app.login(`guess ${i}`);
      for (const token of ['guess', TOKEN]) {
        const { status, headers, body } = await app.login(token);
        expect([status, body.error?.code, headers.get('retry-after')]).toEqual([429, 'locked_out', '1']);
      }
      app.clock.now += 1_000;
      expect((await app.login(TOKEN)).status).toBe(200);
    });

    it('counts guesses by bearer token and by login together', async () => {
      await app.login('guess');
      await app.ask('GET', '/api/things', { authorization: 'Bearer guess' });
      await app.ask('GET', '/api/things', { authorization: 'Bearer guess' });
      expect((await app.ask('GET', '/api/things', { authorization: `Bearer ${TOKEN}` })).status).toBe(429);
      expect((await app.login(TOKEN)).status).toBe(429);
    });

    it('leaves those alone who are signed in', async () => {
      const session = await app.signIn();
      for (let i = 0; i < 5; i += 1) await app.login('guess');
      expect((await app.ask('GET', '/api/things', session)).status).toBe(200);
    });

    it('leaves other addresses alone', async () => {
      for (let i = 0; i < 5; i += 1) await app.login('guess', { 'x-forwarded-for': '203.0.113.9' });
      expect((await app.login(TOKEN, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(429);
      expect((await app.login(TOKEN, { 'x-forwarded-for': '203.0.113.10' })).status).toBe(200);
    });

    it('does not let guesses through that are sent at once', async () => {
      const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => app.login(`guess ${i}`)));
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    });
  });

  describe('from other sites', () => {
    const own = () => new URL(app.url).origin;

    it.each<[string, (own: string) => Record<string, string>, number]>([
      ['JSON without an origin, as scripts send it', () => JSON_TYPE, 201],
      ['a header of its own', () => ({ 'x-requested-with': 'dashboard' }), 201],
      ['the own origin', (origin) => ({ origin }), 201],
      [
        'what the browser calls the same origin',
        () => ({ 'sec-fetch-site': 'same-origin', origin: 'http://proxied.example' }),
        201,
      ],
      ['nothing', () => ({}), 403],
      ['a form', () => ({ 'content-type': 'text/plain' }), 403],
      ['another origin, though JSON', () => ({ ...JSON_TYPE, origin: 'https://evil.example' }), 403],
      ['another port', () => ({ ...JSON_TYPE, origin: 'http://127.0.0.1:1' }), 403],
      ['no origin in particular', () => ({ ...JSON_TYPE, origin: 'null' }), 403],
      [
        'what the browser calls the same site',
        (origin) => ({ ...JSON_TYPE, origin, 'sec-fetch-site': 'same-site' }),
        403,
      ],
    ])('a change with %s is answered as it should be', async (_, headers, status) => {
      const session = await app.signIn();
      const answer = await app.ask('POST', '/api/things', { ...session, ...headers(own()) });
      expect(answer.status).toBe(status);
      if (status === 403) expect(answer.body.error?.code).toBe('cross_site');
    });

    it('lets nobody be signed in or out', async () => {
      const session = await app.signIn();
      const foreign = { origin: 'https://evil.example', ...JSON_TYPE };
      expect((await app.login(TOKEN, foreign)).status).toBe(403);
      expect((await app.ask('POST', '/api/auth/logout', { ...session, ...foreign })).status).toBe(403);
      expect((await app.ask('GET', '/api/things', session)).status).toBe(200);
    });

    it('knows the origin that PUBLIC_URL names', async () => {
      app.settings.publicUrl = 'https://gateway.example/';
      const session = await app.signIn();
      const headers = { ...session, ...JSON_TYPE, origin: 'https://gateway.example' };
      expect((await app.ask('POST', '/api/things', headers)).status).toBe(201);
    });
  });
});
