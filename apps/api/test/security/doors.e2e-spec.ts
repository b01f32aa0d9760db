import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aRawClient } from '../support/clients/raw-client';
import { inParallel } from '../support/in-parallel';
import {
  ADMIN_TOKEN,
  CLIENT_TOKEN,
  type GatewayProcess,
  discard,
  startGateway,
} from '../support/processes/gateway-process';

const DOC = readFileSync(join(__dirname, '../../../../docs/api.md'), 'utf8');
const AT_ONCE = 8;

interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly isOpen: boolean;
}

/** Every route of the tables of docs/api.md, which a spec of its own keeps complete. */
const ROUTES: readonly ListedRoute[] = [...DOC.matchAll(/^\| (\w+) \| `([^`]+)` \|(.*)\|$/gm)].map(
  ([, method = '', path = '', rest = '']) => ({
    method: method === 'any' ? 'POST' : method,
    path,
    isOpen: / none \|/.test(rest) || /everybody/.test(rest),
  }),
);
const ROWS = DOC.split('\n').filter((line) => line.includes('| `/')).length;
const GUARDED = ROUTES.filter(({ isOpen }) => !isOpen);
const PLAIN = GUARDED.filter(({ method }) => method !== 'WebSocket');
const SOCKETS = GUARDED.filter(({ method }) => method === 'WebSocket');

let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGateway({});
});
afterAll(() => discard(gateway));

/** A path that the pattern takes. */
const anExample = (pattern: string): string =>
  pattern.replace(/\/\*$/, '/gemini-x:generateContent').replace(/:(id|name|requestId|file)\b/g, '1');

/** The status that each route answers, named where it is not the expected one. */
async function unexpected(
  expected: RegExp,
  ask: (route: ListedRoute) => Promise<number>,
  routes = PLAIN,
): Promise<string[]> {
  const answers = await inParallel(routes.length, AT_ONCE, async (n) => {
    const status = await ask(routes[n]!);
    return expected.test(String(status)) ? [] : [`${routes[n]!.method} ${routes[n]!.path} ${status}`];
  });
  return answers.flat();
}

const send = async ({ method, path }: ListedRoute, init: RequestInit = {}, prefix = ''): Promise<number> => {
  const body = method === 'GET' ? undefined : '{}';
  const response = await fetch(gateway.url + prefix + anExample(path), {
    method,
    body,
    redirect: 'manual',
    ...init,
  });
  await response.arrayBuffer();
  return response.status;
};

it('walks every route that docs/api.md lists', () => {
  expect(ROUTES).toHaveLength(ROWS);
  expect([
    PLAIN.length > 250,
    SOCKETS.length >= 5,
    new Set(ROUTES.map(({ path }) => path)).has('/metrics'),
  ]).toEqual([true, true, true]);
});

it('leaves open what says so, and nothing else', () => {
  expect(ROUTES.filter(({ isOpen }) => isOpen).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /health',
    'GET /pictures/*',
    'GET /ready',
    'POST /api/auth/login',
    'POST /api/auth/logout',
    'GET /api/auth/session',
  ]);
});

// Those for administrators may lock out who tries often.
const REFUSED = /^(401|403|429)$/;

it.each<[string, RequestInit]>([
  ['no credential', {}],
  ['a wrong bearer token', { headers: { authorization: 'Bearer sk-wrong' } }],
  ['an empty bearer token', { headers: { authorization: 'Bearer ' } }],
  ['a wrong key of Google', { headers: { 'x-goog-api-key': 'sk-wrong' } }],
  ['a wrong key of Anthropic', { headers: { 'x-api-key': '__proto__' } }],
  ['a session that there is not', { headers: { cookie: 'gb_session=none' } }],
  ['the mark of the playground', { headers: { 'x-playground': '1', cookie: 'gb_session=none' } }],
  ['the token with something behind it', { headers: { authorization: `Bearer ${ADMIN_TOKEN}x` } }],
  ['the token as a basic password', { headers: { authorization: `Basic ${btoa(`a:${ADMIN_TOKEN}`)}` } }],
  [
    'an address of the inside, as it claims',
    { headers: { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' } },
  ],
])('refuses %s on every other route', async (_, init) => {
  expect(await unexpected(REFUSED, (route) => send(route, init))).toEqual([]);
});

it.each(['/', '//', '/./', '/x/..'])(
  'refuses strangers whatever the path begins with: %s',
  async (prefix) => {
    // What leads nowhere is the dashboard's, or not found.
    expect(
      await unexpected(/^(401|403|404|405|429)$/, (route) => send(route, {}, prefix.slice(0, -1))),
    ).toEqual([]);
  },
);

it('refuses a client token wherever an administrator is asked for', async () => {
  const admins = PLAIN.filter(({ path }) => /^\/(api|docs|metrics)\b/.test(path));
  expect(admins.length).toBeGreaterThan(60);
  const headers = { authorization: `Bearer ${CLIENT_TOKEN}` };
  expect(await unexpected(REFUSED, (route) => send(route, { headers }), admins)).toEqual([]);
});

it.each(['', '?key=sk-wrong', '?access_token=auth_tokens/none'])(
  'refuses WebSockets of strangers %s',
  async (query) => {
    for (const { path } of SOCKETS) {
      const target = path.replace(
        '/*',
        '/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent',
      );
      const client = await aRawClient(gateway.port, `GET ${target}${query}`, {
        'x-goog-api-key': 'sk-wrong',
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      });
      if (!client.socket.readableEnded) await once(client.socket, 'end');
      expect([path, (await client.received()).split(' ')[1]]).toEqual([path, expect.stringMatching(REFUSED)]);
    }
  },
);

it('tells strangers neither a version nor what it is made of', async () => {
  const response = await fetch(`${gateway.url}/health`);
  expect([...response.headers.keys()].filter((name) => /server|powered|version/.test(name))).toEqual([]);
  expect(await response.text()).toBe('{"status":"ok"}');
});
