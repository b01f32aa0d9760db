import type { IncomingMessage } from 'node:http';
import { testDatabases } from '../../database/testing/test-databases';
import { anAuthApp, type AuthApp, JSON_TYPE, LONG_TOKEN, SESSION_MS, TOKEN } from './testing/auth-app';

/** What no form can send. */
const SCRIPT = { 'x-requested-with': 'fetch' };

describe.each(testDatabases())('on $name', (database) => {
  let app: AuthApp;
  beforeEach(async () => (app = await anAuthApp(database)));
  afterEach(() => app.close());

  const isSignedIn = async (session: { cookie: string }): Promise<boolean> =>
    (await app.ask('GET', '/api/things', session)).status === 200;

  it('lists who is signed in, without what opens a session', async () => {
    const mine = await app.signIn();
    app.clock.now += 120_000;
    await app.login(LONG_TOKEN, { 'user-agent': 'Safari', 'x-forwarded-for': '203.0.113.7' });
    app.clock.now += 60_000;
    const { body } = await app.ask('GET', '/api/auth/sessions', mine);
    expect(body.items).toMatchObject([
      { isCurrent: true, createdAtMs: app.clock.now - 180_000, lastUsedAtMs: app.clock.now },
      {
        isCurrent: false,
        userAgent: 'Safari',
        address: '203.0.113.7',
        expiresAtMs: app.clock.now - 60_000 + SESSION_MS,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(mine.cookie.split('=')[1]);
    expect((await app.ask('GET', '/api/auth/sessions')).status).toBe(401);
  });

  it('ends one, the others, or all', async () => {
    const [first, second, third] = [await app.signIn(), await app.signIn(), await app.signIn()];
    const { items } = (await app.ask('GET', '/api/auth/sessions', first)).body;
    const { id } = items!.find(({ isCurrent }) => isCurrent)!;
    expect((await app.ask('DELETE', `/api/auth/sessions/${id}`, { ...third, ...SCRIPT })).status).toBe(204);
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
    expect((await app.ask('DELETE', `/api/auth/sessions/${id}`, { ...third, ...SCRIPT })).status).toBe(404);

    const others = await app.ask('DELETE', '/api/auth/sessions?keepCurrent=true', { ...third, ...SCRIPT });
    expect(others.body).toEqual({ revoked: 1 });
    expect([await isSignedIn(second), await isSignedIn(third)]).toEqual([false, true]);
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect((await app.ask('DELETE', '/api/auth/sessions', bearer)).body).toEqual({ revoked: 1 });
    expect(await isSignedIn(third)).toBe(false);
  });

  it('tells the audit log who signed in and out, and ended sessions', async () => {
    const session = await app.signIn();
    await app.ask('POST', '/api/auth/logout', { ...session, ...JSON_TYPE });
    await app.ask('DELETE', '/api/auth/sessions', { authorization: `Bearer ${TOKEN}` });
    await app.trail.flush();
    const rows = await app.opened.dataSource.query('SELECT action, actor FROM audit_logs ORDER BY id');
    expect(rows).toEqual([
      { action: 'auth.sign_in', actor: 'session' },
      { action: 'auth.sign_out', actor: 'session' },
      { action: 'auth.revoke_sessions', actor: 'token' },
    ]);
  });

  it('lets nobody be locked out by the failures of others, whose token cannot be guessed', async () => {
    for (let n = 0; n < 10; n++) await app.login('wrong');
    expect((await app.login('wrong')).status).toBe(429);
    expect((await app.login(TOKEN)).status).toBe(429);
    expect((await app.login(LONG_TOKEN)).status).toBe(200);
    expect((await app.ask('GET', '/api/things', { authorization: `Bearer ${LONG_TOKEN}` })).status).toBe(200);
  });

  describe('a connection', () => {
    const connect = (headers: Record<string, string>) =>
      app.admission.admitConnection({
        headers: { host: 'gw.example', ...headers },
        socket: { remoteAddress: '203.0.113.9' },
      } as unknown as IncomingMessage);

    it('is opened by the admin token, and in force as long as that is', async () => {
      const connection = await connect({ authorization: `Bearer ${TOKEN}` });
      expect(await connection.isInForce()).toBe(true);
      app.admins.delete(TOKEN);
      expect(await connection.isInForce()).toBe(false);
    });

    it('is opened by a session from its own pages, and in force as long as that is', async () => {
      const session = await app.signIn();
      const connection = await connect({ ...session, origin: 'https://gw.example' });
      expect(await connection.isInForce()).toBe(true);
      await app.ask('POST', '/api/auth/logout', { ...session, ...JSON_TYPE });
      expect(await connection.isInForce()).toBe(false);
    });

    it('locks out who guesses behind a trusted proxy, and nobody else behind it', async () => {
      app.settings.trustedProxies = ['203.0.113.0/24'];
      const from = (client: string, token: string) =>
        connect({ authorization: `Bearer ${token}`, 'x-forwarded-for': client });
      for (let n = 0; n < 4; n++) await from('198.51.100.1', 'wrong').catch(() => undefined);
      await expect(from('198.51.100.1', TOKEN)).rejects.toMatchObject({ status: 429 });
      expect(await (await from('198.51.100.2', TOKEN)).isInForce()).toBe(true);
      app.settings.trustedProxies = [];
    });

    it('is refused to everybody else', async () => {
      const session = await app.signIn();
      await expect(connect({})).rejects.toMatchObject({ status: 401 });
      await expect(connect({ authorization: 'Bearer client' })).rejects.toMatchObject({ status: 401 });
      await expect(connect({ cookie: 'gb_session=none' })).rejects.toMatchObject({ status: 401 });
      for (const origin of ['https://evil.example', 'null'])
        await expect(connect({ ...session, origin })).rejects.toMatchObject({ status: 403 });
    });
  });
});
