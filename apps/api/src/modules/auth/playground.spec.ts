import type { IncomingMessage } from 'node:http';
import { testDatabases } from '../../database/testing/test-databases';
import { anAuthApp, type AuthApp, JSON_TYPE, SESSION_MS, TOKEN } from './testing/auth-app';

let app: AuthApp;
beforeEach(async () => (app = await anAuthApp(testDatabases()[0]!)));
afterEach(() => app.close());

const call = (headers: Record<string, string>) =>
  app.admission.admitPlayground({
    headers: { host: 'gw.example', ...headers },
  } as unknown as IncomingMessage);

it.each<[string, Record<string, string>]>([
  ['its own page', { origin: 'https://gw.example' }],
  [
    'its own page behind a proxy that changes the host',
    { 'sec-fetch-site': 'same-origin', origin: 'https://a' },
  ],
  ['the page that PUBLIC_URL names', { origin: 'https://public.example' }],
  ['a script, which knows the cookie', {}],
])('a session calls as the playground, and as no administrator, from %s', async (_, headers) => {
  app.settings.publicUrl = 'https://public.example';
  const session = await app.signIn();
  expect(await call({ ...session, ...headers })).toEqual({ id: -2, name: 'playground', isAdmin: false });
});

it.each([
  ['another site', 'https://evil.example'],
  ['another port', 'https://gw.example:8443'],
  ['a sandboxed frame', 'null'],
])('a page of %s cannot use the session', async (_, origin) => {
  const session = await app.signIn();
  await expect(call({ ...session, origin })).rejects.toMatchObject({ status: 403, code: 'cross_site' });
});

it.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['an unknown session', { cookie: 'gb_session=none' }],
  ['the admin token in the cookie', { cookie: `gb_session=${TOKEN}` }],
  ['the admin token', { authorization: `Bearer ${TOKEN}` }],
])('it is no way in with %s', async (_, headers) => {
  await expect(call(headers)).rejects.toMatchObject({ status: 401 });
});

it('ends with the session, and with the token that opened it', async () => {
  const [left, expired, orphaned] = [await app.signIn(), await app.signIn(), await app.signIn()];
  await app.ask('POST', '/api/auth/logout', { ...left, ...JSON_TYPE });
  await expect(call(left)).rejects.toMatchObject({ status: 401 });
  app.admins.clear();
  await expect(call(orphaned)).rejects.toMatchObject({ status: 401 });
  app.admins.add(TOKEN);
  app.clock.now += SESSION_MS;
  await expect(call(expired)).rejects.toMatchObject({ status: 401 });
});
