import type { Page, RequestLogDto, TokenListDto } from '@gemini-balance/shared';
import { CLIENT_TOKEN, ADMIN_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const PLAYGROUND = { 'x-playground': '1' };
const CHAT = { messages: [{ role: 'user', content: 'Say hello' }] };

describe('client routes by the session of an administrator', () => {
  let rig: GatewayRig;
  let session: { cookie: string };

  beforeAll(async () => {
    rig = await GatewayRig.start({ env: { CORS_ALLOWED_ORIGINS: '*' } });
    await rig.addKeys(1);
  });
  afterAll(() => rig.close());
  beforeEach(async () => (session = await signIn()));

  async function signIn(): Promise<{ cookie: string }> {
    const answer = await fetch(`${rig.gateway.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: ADMIN_TOKEN }),
    });
    return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
  }

  const chat = (headers: Record<string, string>) =>
    rig.post('/v1/chat/completions', { model: rig.freshModel(), ...CHAT }, { headers });

  it('answers in every dialect, and sends neither cookie nor header upstream', async () => {
    const model = rig.freshModel();
    const headers = { ...session, ...PLAYGROUND, origin: rig.gateway.url };
    const calls: [string, unknown][] = [
      [`/v1beta/models/${model}:generateContent`, HELLO],
      ['/v1/chat/completions', { model, ...CHAT }],
      ['/v1/messages', { model, max_tokens: 100, ...CHAT }],
      ['/v1/responses', { model, input: 'Say hello' }],
    ];
    for (const [path, body] of calls) {
      const answer = await rig.post(path, body, { headers });
      expect([path, answer.status]).toEqual([path, 200]);
      await answer.arrayBuffer();
    }
    const upstream = rig.callsFor(model);
    expect(upstream).toHaveLength(calls.length);
    for (const request of upstream)
      expect(Object.keys(request.headers)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(JSON.stringify(upstream.map((request) => request.headers))).not.toMatch(/x-playground|gb_session/);
  });

  it.each<[string, () => Record<string, string>, number]>([
    ['the cookie alone, which any page may make the browser send', () => session, 401],
    ['the header alone', () => PLAYGROUND, 401],
    [
      'the header beside a client token',
      () => ({ ...PLAYGROUND, authorization: `Bearer ${CLIENT_TOKEN}` }),
      401,
    ],
    ['both from another site', () => ({ ...session, ...PLAYGROUND, origin: 'https://evil.example' }), 403],
    ['both from a page of nobody’s', () => ({ ...session, ...PLAYGROUND, origin: 'null' }), 403],
  ])('is closed to %s', async (_, headers, status) => {
    const answer = await chat(headers());
    const { error } = (await answer.json()) as { error: { message: string; code: string } };
    expect([answer.status, error.message]).toEqual([status, expect.any(String)]);
  });

  it('lets no origin send the cookie, not even one that may call with a token', async () => {
    const preflight = await fetch(`${rig.gateway.url}/v1/chat/completions`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://friend.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-playground',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://friend.example');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('ends when the administrator signs out', async () => {
    expect((await chat({ ...session, ...PLAYGROUND })).status).toBe(200);
    await fetch(`${rig.gateway.url}/api/auth/logout`, {
      method: 'POST',
      headers: { ...session, 'content-type': 'application/json' },
    });
    expect((await chat({ ...session, ...PLAYGROUND })).status).toBe(401);
  });

  it('is called playground in the request log, and is no access token', async () => {
    const answer = await chat({ ...session, ...PLAYGROUND });
    const requestId = answer.headers.get('x-request-id')!;
    await answer.arrayBuffer();
    const logged = await until(async () => {
      const path = `/api/logs/requests?requestId=${requestId}`;
      return (await rig.admin<Page<RequestLogDto>>('GET', path)).items[0];
    });
    expect(logged).toMatchObject({ status: 200, token: { name: 'playground' } });
    const { items } = await rig.admin<TokenListDto>('GET', '/api/tokens');
    expect(items.map(({ name }) => name)).not.toContain('playground');
  });
});
