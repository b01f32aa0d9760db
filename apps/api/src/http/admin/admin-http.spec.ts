import 'reflect-metadata';
import { Body, Get, Global, HttpException, Module, Param, Post, Query, Req } from '@nestjs/common';
import { ImportKeysDto, KeySelectionDto, ListKeysQuery } from '@gemini-balance/shared';
import type { Request } from 'express';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { UnauthenticatedError } from '../../core/gateway-error';
import { ADMIN_ACCESS, type AdminAccess } from './admin-access';
import { LockedOutError } from './admin-errors';
import { AdminRest } from './admin-rest';
import { listenAdminApp, type RunningAdminApp } from './testing/admin-app';

const PASS = { authorization: 'Bearer admin', 'content-type': 'application/json' };

const access: AdminAccess = {
  async admit(request) {
    if (request.headers.authorization === 'Bearer locked')
      throw new LockedOutError('Wait.', { retryAfterMs: 1500 });
    if (request.headers.authorization !== PASS.authorization) throw new UnauthenticatedError('Sign in.');
    return { kind: 'token' };
  },
  async admitConnection() {
    throw new UnauthenticatedError('Sign in.');
  },
};

@AdminRest('things')
class ThingsController {
  @Get()
  list(@Query() query: ListKeysQuery) {
    return { ...query };
  }

  @Get('address')
  address(@Req() request: Request) {
    return { ip: request.ip, isSecure: request.secure };
  }

  @Post('selection')
  select(@Body() body: KeySelectionDto) {
    return { ids: body.ids };
  }

  @Post('text')
  text(@Body() body: ImportKeysDto) {
    return { length: body.text.length };
  }

  @Get('by/:id')
  one(@Param('id') id: string) {
    return { id };
  }

  @Get('bug')
  bug() {
    throw new Error('the database password is swordfish');
  }

  @Get('teapot')
  teapot() {
    throw new HttpException('stack at /home/x.ts', 418);
  }
}

@Global()
@Module({
  providers: [{ provide: ADMIN_ACCESS, useValue: access }],
  exports: [ADMIN_ACCESS],
  controllers: [ThingsController],
})
class ThingsModule {}

let running: RunningAdminApp;
beforeAll(
  async () =>
    (running = await listenAdminApp(ThingsModule, { trustedProxies: ['127.0.0.1/32', '10.0.0.0/8'] })),
);
afterAll(() => running.app.close());

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(running.url + path, { headers: PASS, ...init });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: JSON.parse(text) as Record<string, unknown>,
  };
}

function post(path: string, body: string, headers: Record<string, string> = PASS) {
  return ask(path, { method: 'POST', body, headers });
}

it('lets an administrator pass and converts the query', async () => {
  const { status, body } = await ask('/api/things?limit=20&state=ready');
  expect([status, body]).toEqual([200, { limit: 20, state: 'ready' }]);
});

it.each([
  ['no credential', '/api/things', { headers: {} }, 401, 'unauthenticated', undefined],
  [
    'a locked out address',
    '/api/things',
    { headers: { authorization: 'Bearer locked' } },
    429,
    'locked_out',
    undefined,
  ],
  ['a path that does not exist', '/api/nowhere', {}, 404, 'not_found', undefined],
  ['a path outside of /api', '/nowhere', {}, 404, 'not_found', undefined],
  ['a method that does not exist', '/api/things', { method: 'DELETE' }, 404, 'not_found', undefined],
  ['a path that does not decode', '/api/things/by/%E0%A4%A', {}, 400, 'invalid_request', undefined],
  ['a wrong value in the query', '/api/things?limit=x', {}, 400, 'invalid_request', 'limit'],
  [
    'a repeated value in the query',
    '/api/things?state=ready&state=ready',
    {},
    400,
    'invalid_request',
    'state',
  ],
  ['a field that the query does not know', '/api/things?colour=red', {}, 400, 'invalid_request', 'colour'],
  ['another status', '/api/things/teapot', {}, 418, 'invalid_request', undefined],
])('answers %s in the common shape', async (_, path, init, status, code, field) => {
  const answer = await ask(path, init);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({
    error: { code, message: expect.stringMatching(/\.$/), ...(field && { field }) },
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

it.each([
  ['not JSON', '{"ids": [1', 400, undefined],
  ['no object', '"ids"', 400, undefined],
  ['an array', '[1]', 400, '0'],
  ['empty', '', 400, 'ids'],
  ['without the field', '{}', 400, 'ids'],
  ['of a wrong type', '{"ids": ["x"]}', 400, 'ids'],
  ['with a field too many', '{"ids": [1], "__proto__x": 1}', 400, '__proto__x'],
])('refuses a body that is %s, naming the field', async (_, text, status, field) => {
  const { status: seen, body } = await post('/api/things/selection', text);
  expect([seen, body.error]).toEqual([
    status,
    { code: 'invalid_request', message: expect.any(String), ...(field && { field }) },
  ]);
});

it('tells when a locked out address may try again', async () => {
  const { headers } = await ask('/api/things', { headers: { authorization: 'Bearer locked' } });
  expect(headers.get('retry-after')).toBe('2');
});

it('keeps the text of its own faults to itself', async () => {
  const { status, text, body } = await ask('/api/things/bug');
  expect([status, body]).toEqual([500, { error: { code: 'internal_error', message: expect.any(String) } }]);
  expect(text).not.toMatch(/swordfish|at .*\.ts/);
});

it.each([
  ['a charset it does not know', 'application/json; charset=latin-9'],
  ['an encoding it does not know', 'application/json'],
])('answers %s with 415', async (name, type) => {
  const encoding: Record<string, string> = name.includes('encoding') ? { 'content-encoding': 'zip' } : {};
  const { status } = await post('/api/things/selection', '{"ids":[1]}', {
    ...PASS,
    'content-type': type,
    ...encoding,
  });
  expect(status).toBe(415);
});

describe('large bodies', () => {
  const megabytes = (count: number) => JSON.stringify({ text: 'k'.repeat(count * 1024 * 1024) });

  it('reads 15 MB from an administrator', async () => {
    expect((await post('/api/things/text', megabytes(15))).body).toEqual({ length: 15 * 1024 * 1024 });
  });

  it('refuses 21 MB', async () => {
    const { status, body } = await post('/api/things/text', megabytes(21));
    expect([status, body.error]).toEqual([413, { code: 'payload_too_large', message: expect.any(String) }]);
  });

  it('refuses one without an end from a stranger, as soon as it is too large', async () => {
    const request = httpRequest(`${running.url}/api/things/text`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    const piece = Buffer.alloc(64 * 1024);
    const send = (): void => {
      while (request.write(piece));
    };
    request.on('drain', send);
    send();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    request.on('error', () => undefined).destroy();
    expect(response.statusCode).toBe(413);
  });

  it('does not read them from a stranger', async () => {
    const { status } = await post('/api/things/text', megabytes(1), { 'content-type': 'application/json' });
    expect(status).toBe(401);
  });
});

describe('behind a trusted proxy', () => {
  it('sees the address and the scheme that the proxy names', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9, 10.1.2.3', 'x-forwarded-proto': 'https' };
    const { body } = await ask('/api/things/address', { headers: { ...PASS, ...forwarded } });
    expect(body).toEqual({ ip: '203.0.113.9', isSecure: true });
  });

  it.each(['203.0.113.9:4711, 10.1.2.3:443', '1.1.1.1:1,203.0.113.9:4712'])(
    'sees no port in %j',
    async (hops) => {
      const { body } = await ask('/api/things/address', { headers: { ...PASS, 'x-forwarded-for': hops } });
      expect(body.ip).toBe('203.0.113.9');
    },
  );

  it('does not believe what the client wrote before the first untrusted address', async () => {
    const forwarded = { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.1.2.3' };
    expect((await ask('/api/things/address', { headers: { ...PASS, ...forwarded } })).body.ip).toBe(
      '203.0.113.9',
    );
  });
});

it('believes no proxy unless it is told to', async () => {
  const other = await listenAdminApp(ThingsModule);
  const headers = { ...PASS, 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
  const response = await fetch(`${other.url}/api/things/address`, { headers });
  expect(await response.json()).toEqual({ ip: '127.0.0.1', isSecure: false });
  await other.app.close();
});
