import { aSimulator, ask, closeSimulators, KEY, MODEL, post } from '../testing/a-simulator';
import { VirtualClock } from '../time/virtual-clock';
import { KEY_HEALTHS, type KeyHealth } from './simulated-key';

const HEALTH: readonly (readonly [KeyHealth, number, string])[] = [
  ['invalid', 400, 'API_KEY_INVALID'],
  ['not_found', 400, 'API Key not found'],
  ['expired', 400, 'API key expired'],
  ['wrong_type', 401, 'ACCESS_TOKEN_TYPE_UNSUPPORTED'],
  ['leaked', 403, 'reported as leaked'],
  ['suspended', 403, 'CONSUMER_SUSPENDED'],
  ['project_denied', 403, 'denied access'],
  ['service_disabled', 403, 'SERVICE_DISABLED'],
  ['billing_disabled', 403, 'BILLING_DISABLED'],
  ['service_blocked', 403, 'API_KEY_SERVICE_BLOCKED'],
  ['referrer_blocked', 403, 'API_KEY_HTTP_REFERRER_BLOCKED'],
  ['ip_blocked', 403, 'API_KEY_IP_ADDRESS_BLOCKED'],
  ['billing_country', 403, 'billing country'],
  ['wrong_country', 400, 'User location is not supported'],
  ['wrong_country_free_tier', 400, 'free tier'],
  ['rpm_limited', 429, 'PerMinutePerProject'],
  ['tokens_limited', 429, 'InputTokensPerModelPerMinute'],
  ['exhausted_daily', 429, 'PerDayPerProject'],
  ['not_entitled', 429, 'limit: 0'],
  ['project_quota_zero', 429, 'RATE_LIMIT_EXCEEDED'],
  ['no_credits', 429, 'credits are depleted'],
  ['spend_limited', 429, 'spend rate'],
  ['no_capacity', 429, 'Resource has been exhausted'],
];

describe('keys', () => {
  afterEach(closeSimulators);

  it.each(HEALTH)('a key that is %s is answered %i', async (health, status, words) => {
    const reply = await ask(await aSimulator({ keys: [{ key: KEY, health }] }), 'Hi');
    expect(reply.status).toBe(status);
    expect(reply.text).toContain(words);
  });

  it('with a health that does not exist are refused', async () => {
    await expect(aSimulator({ keys: [{ key: KEY, health: 'tired' as KeyHealth }] })).rejects.toThrow(
      '"tired"',
    );
  });

  it('are tested for every health', () => {
    expect(['good', ...HEALTH.map(([health]) => health)]).toEqual(KEY_HEALTHS);
  });

  it('recovers when its health does', async () => {
    const sim = await aSimulator({ keys: [{ key: KEY, health: 'leaked' }] });
    sim.setHealth(KEY, 'good');
    expect((await ask(sim, 'Hi')).status).toBe(200);
  });

  it('names the project that owns the refused key', async () => {
    const sim = await aSimulator({ keys: [{ key: KEY, project: '424242', health: 'service_disabled' }] });
    expect((await ask(sim, 'Hi')).json.error.details[1].metadata.consumer).toBe('projects/424242');
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['the header', '', { 'x-goog-api-key': KEY }, 200, 'models'],
    ['the query', `?key=${KEY}`, {}, 200, 'models'],
    ['both', `?key=${KEY}`, { 'x-goog-api-key': KEY }, 400, 'Multiple authentication credentials'],
    [
      'a header and a bearer token',
      '',
      { 'x-goog-api-key': KEY, authorization: 'Bearer x' },
      400,
      'Multiple authentication credentials',
    ],
    ['a bearer token alone', '', { authorization: `Bearer ${KEY}` }, 401, 'ACCESS_TOKEN_TYPE_UNSUPPORTED'],
    ['nothing', '', {}, 401, 'CREDENTIALS_MISSING'],
  ])('a credential in %s is judged as upstream does', async (_, query, headers, status, words) => {
    const reply = await post(await aSimulator(), `/v1beta/models${query}`, undefined, headers);
    expect([reply.status, reply.text]).toEqual([status, expect.stringContaining(words)]);
  });

  it('keeps paid models from the free tier', async () => {
    const sim = await aSimulator({ keys: [{ key: KEY, tier: 'free' }] });
    expect((await ask(sim, 'Hi')).status).toBe(200);
    const paid = await ask(sim, 'Hi', {}, KEY, 'gemini-3.1-pro-preview');
    expect(paid.status).toBe(429);
    expect(paid.json.error.details[1].violations[0]).not.toHaveProperty('quotaValue');
  });
});

describe('quotas', () => {
  afterEach(closeSimulators);

  const two = (quotas: Record<string, object>, clock = new VirtualClock()) =>
    aSimulator({
      clock,
      keys: [
        { key: 'a', project: '1', quotas },
        { key: 'b', project: '1' },
        { key: 'c', project: '2' },
      ],
    });

  it('are shared by the keys of a project, and by no others', async () => {
    const sim = await two({ '*': { rpm: 2 } });
    const statuses = [];
    for (const key of ['a', 'b', 'a', 'b', 'c']) statuses.push((await ask(sim, 'Hi', {}, key)).status);
    expect(statuses).toEqual([200, 200, 429, 429, 200]);
  });

  it('are counted for each model', async () => {
    const sim = await two({ '*': { rpm: 1 } });
    expect((await ask(sim, 'Hi', {}, 'a')).status).toBe(200);
    expect((await ask(sim, 'Hi', {}, 'a', 'gemini-3.6-flash')).status).toBe(200);
    expect((await ask(sim, 'Hi', {}, 'a')).status).toBe(429);
  });

  it('tell the wait of a minute quota and end with it', async () => {
    const clock = new VirtualClock();
    const sim = await two({ [MODEL]: { rpm: 1 } }, clock);
    await ask(sim, 'Hi', {}, 'a');
    await clock.advance(18_500);
    const refused = await ask(sim, 'Hi', {}, 'a');
    expect(refused.json.error.message).toContain('Please retry in 41.5s.');
    expect(refused.json.error.details[2].retryDelay).toBe('41s');
    await clock.advance(41_500);
    expect((await ask(sim, 'Hi', {}, 'a')).status).toBe(200);
  });

  it('of a day end at midnight in California', async () => {
    const clock = new VirtualClock(Date.UTC(2026, 10, 20, 7, 59));
    const sim = await two({ '*': { rpd: 1 } }, clock);
    await ask(sim, 'Hi', {}, 'a');
    expect((await ask(sim, 'Hi', {}, 'a')).text).toContain('PerDay');
    await clock.advance(61_000);
    expect((await ask(sim, 'Hi', {}, 'a')).status).toBe(200);
  });

  it('of input tokens name every limit that the call would break', async () => {
    const sim = await two({ '*': { tpm: 10, rpm: 1 } });
    await ask(sim, 'Hi', {}, 'a');
    const refused = await ask(sim, 'long '.repeat(20), {}, 'a');
    expect(
      refused.json.error.details[1].violations.map((violation: { quotaId: string }) => violation.quotaId),
    ).toEqual(['GenerateRequestsPerMinutePerProjectPerModel', 'GenerateContentInputTokensPerModelPerMinute']);
  });

  it('do not count what was refused', async () => {
    const sim = await two({ '*': { rpm: 1 } });
    expect((await ask(sim, 'Hi', { contents: [] }, 'a')).status).toBe(400);
    expect((await ask(sim, 'Hi', {}, 'a')).status).toBe(200);
  });
});
