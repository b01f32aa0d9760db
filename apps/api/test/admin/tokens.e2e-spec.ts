import type { IssuedTokenDto, SeriesDto, TokenDto, TokenListDto } from '@gemini-balance/shared';
import OpenAI, { PermissionDeniedError, RateLimitError } from 'openai';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start();
  await rig.addKeys(2);
});
afterAll(() => rig.close());

const create = (fields: object = {}): Promise<IssuedTokenDto> =>
  rig.admin<IssuedTokenDto>('POST', '/api/tokens', { name: 'a test', ...fields });

const gemini = (secret: string, model: string): Promise<Response> =>
  rig.generate(model, { headers: { 'x-goog-api-key': secret, 'content-type': 'application/json' } });

const openai = (secret: string): OpenAI =>
  new OpenAI({ apiKey: secret, baseURL: `${rig.gateway.url}/v1`, maxRetries: 0 });

const anthropic = (secret: string, model: string): Promise<Response> =>
  fetch(`${rig.gateway.url}/v1/messages`, {
    method: 'POST',
    headers: { 'x-api-key': secret, 'anthropic-version': '2023-06-01', 'content-type': 'application/json' },
    body: JSON.stringify({ model, max_tokens: 10, messages: [{ role: 'user', content: 'Hi' }] }),
  });

const chat = (secret: string, model: string) =>
  openai(secret).chat.completions.create({ model, messages: [{ role: 'user', content: 'Hi' }] });

it('shows the tokens of the environment as its own, and none as it is', async () => {
  const { items } = await rig.admin<TokenListDto>('GET', '/api/tokens');
  expect(items.filter(({ source }) => source === 'env').map(({ name, role }) => [name, role])).toEqual([
    ['ALLOWED_TOKENS 1', 'client'],
    ['AUTH_TOKEN', 'admin'],
  ]);
  expect(JSON.stringify(items)).not.toContain('sk-test-client-token-0123456789');
});

it('makes a token that works at once, and shows it once', async () => {
  const { secret, token } = await create({ name: 'once' });
  expect((await gemini(secret, rig.freshModel())).status).toBe(200);
  const stored = await rig.admin<TokenDto>('GET', `/api/tokens/${token.id}`);
  expect(JSON.stringify(stored)).not.toContain(secret);
  expect(stored).toMatchObject({ name: 'once', source: 'admin', lastUsedAtMs: expect.any(Number) as number });
});

it('takes a token back: switched off, rotated, deleted, expired', async () => {
  const { secret, token } = await create();
  const model = rig.freshModel();
  const status = async (one = secret): Promise<number> => (await gemini(one, model)).status;
  await rig.admin('PATCH', `/api/tokens/${token.id}`, { isEnabled: false });
  expect(await status()).toBe(401);
  await rig.admin('PATCH', `/api/tokens/${token.id}`, { isEnabled: true });
  expect(await status()).toBe(200);
  const rotated = await rig.admin<IssuedTokenDto>('POST', `/api/tokens/${token.id}/rotate`);
  expect([await status(), await status(rotated.secret)]).toEqual([401, 200]);
  await rig.admin('DELETE', `/api/tokens/${token.id}`);
  expect(await status(rotated.secret)).toBe(401);
  const brief = await create({ expiresAtMs: Date.now() + 500 });
  expect(await status(brief.secret)).toBe(200);
  await until(async () => ((await status(brief.secret)) === 401 ? true : undefined));
});

it('keeps the last admin token, and leaves the secrets of the environment to it', async () => {
  const { items } = await rig.admin<TokenListDto>('GET', '/api/tokens');
  const [client, admin] = ['client', 'admin'].map((role) => items.find((token) => token.role === role)!);
  await expect(rig.admin('DELETE', `/api/tokens/${admin!.id}`)).rejects.toThrow(/409.*last admin token/);
  await expect(rig.admin('POST', `/api/tokens/${client!.id}/rotate`)).rejects.toThrow(/409.*environment/);
});

it.each([
  ['a name', {}],
  ['a name that says something', { name: '' }],
  ['a time to come', { name: 'x', expiresAtMs: 1 }],
  ['limits above nothing', { name: 'x', requestsPerMinute: 0 }],
  ['a list of models', { name: 'x', allowedModels: 'all' }],
  ['fields it knows', { name: 'x', role: 'admin' }],
])('asks for %s', async (_, body) => {
  await expect(rig.admin('POST', '/api/tokens', body)).rejects.toThrow(/answered 400/);
});

describe('a token that is limited to some models', () => {
  it('is refused others in each dialect, and shown its own alone', async () => {
    const [allowed, other] = [rig.freshModel(), rig.freshModel()];
    const { secret } = await create({ allowedModels: [allowed] });
    expect((await gemini(secret, allowed)).status).toBe(200);
    expect((await chat(secret, allowed)).choices).toHaveLength(1);

    const refused = await gemini(secret, other);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      {
        error: { code: 403, status: 'PERMISSION_DENIED', message: expect.stringContaining(other) as string },
      },
    ]);
    const error = await chat(secret, other).catch((thrown: unknown) => thrown as PermissionDeniedError);
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error).toMatchObject({ code: 'model_not_allowed', type: 'permission_error' });
    const answer = await anthropic(secret, other);
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { error: { type: 'permission_error' } },
    ]);

    const listed = await openai(secret).models.list();
    expect(listed.data.map(({ id }) => id)).toEqual([allowed]);
    expect(rig.callsFor(other)).toEqual([]);
  });
});

describe('a token with limits', () => {
  it('is told how it stands, and when to come back, in each dialect', async () => {
    const model = rig.freshModel();
    const { secret } = await create({ requestsPerMinute: 3, requestsPerDay: 100 });
    const first = await openai(secret)
      .chat.completions.create({ model, messages: [{ role: 'user', content: 'Hi' }] })
      .withResponse();
    expect(first.response.headers.get('x-ratelimit-limit-requests')).toBe('3');
    expect(first.response.headers.get('x-ratelimit-remaining-requests')).toBe('2');
    expect(first.response.headers.get('x-ratelimit-reset-requests')).toMatch(/^(1m[01]s|[1-5]?\ds)$/);
    expect((await anthropic(secret, model)).headers.get('anthropic-ratelimit-requests-remaining')).toBe('1');
    expect((await gemini(secret, model)).status).toBe(200);

    const error = await chat(secret, model).catch((thrown: unknown) => thrown as RateLimitError);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ code: 'rate_limit_exceeded', type: 'rate_limit_error' });
    const wait = Number((error as RateLimitError).headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    const native = await gemini(secret, model);
    expect([native.status, await native.json()]).toMatchObject([
      429,
      {
        error: {
          status: 'RESOURCE_EXHAUSTED',
          details: [{ retryDelay: expect.stringMatching(/^\d+s$/) as string }],
        },
      },
    ]);
    const answer = await anthropic(secret, model);
    expect([answer.status, await answer.json()]).toMatchObject([
      429,
      { error: { type: 'rate_limit_error' } },
    ]);
    expect(answer.headers.get('anthropic-ratelimit-requests-reset')).toMatch(/^\d{4}-.*Z$/);
    expect(rig.callsFor(model)).toHaveLength(3);
  });

  it('may read the list of models all the same', async () => {
    const { secret } = await create({ requestsPerMinute: 1 });
    await gemini(secret, rig.freshModel());
    expect((await openai(secret).models.list()).data.length).toBeGreaterThan(0);
  });

  it('is held to its tokens once they are used, and told to wait for the day without being made to sleep', async () => {
    const model = rig.freshModel();
    const { secret } = await create({ tokensPerDay: 1 });
    expect((await gemini(secret, model)).status).toBe(200);
    const refused = await gemini(secret, model);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('1 tokens per day');
  });

  it('admits no more than its limit of many requests at once', async () => {
    const model = rig.freshModel();
    const { secret } = await create({ requestsPerMinute: 5 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => gemini(secret, model)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('is held to them after a restart, too', async () => {
    const model = rig.freshModel();
    const { secret, token } = await create({ requestsPerDay: 2 });
    await Promise.all([gemini(secret, model), gemini(secret, model)]);
    rig.gateway = await rig.gateway.restart();
    expect((await gemini(secret, model)).status).toBe(429);
    const { used } = await rig.admin<TokenDto>('GET', `/api/tokens/${token.id}`);
    expect(used!.day.requests).toBe(2);
    expect(used!.day.tokens).toBeGreaterThan(0);
  });
});

it('shows what a token used, and does not count what its limits refused', async () => {
  const { secret, token } = await create({ requestsPerMinute: 1 });
  const model = rig.freshModel();
  for (let n = 0; n < 3; n++) await gemini(secret, model);
  const { total } = await rig.admin<SeriesDto>('GET', `/api/tokens/${token.id}/usage?range=1h`);
  expect(total).toMatchObject({ successes: 1, failures: 0 });
  expect(total.inputTokens).toBeGreaterThan(0);
});
