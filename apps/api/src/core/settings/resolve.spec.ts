import type { Json } from './setting';
import { resolveSettings } from './resolve';

function overrides(values: Record<string, Json>): Map<string, string> {
  return new Map(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}

it('takes the default, unless the environment has a value, unless an override has one', () => {
  const { settings, sources } = resolveSettings(
    { MAX_RETRIES: '1', TIME_OUT: '60' },
    overrides({ TIME_OUT: 90 }),
  );
  expect([settings.MAX_FAILURES, settings.MAX_RETRIES, settings.TIME_OUT]).toEqual([3, 1, 90]);
  expect([sources.MAX_FAILURES, sources.MAX_RETRIES, sources.TIME_OUT]).toEqual([
    'default',
    'env',
    'override',
  ]);
});

it('reads an .env of the old gateway as docker --env-file passes it', () => {
  const { settings, problems } = resolveSettings(
    {
      BASE_URL: '"https://generativelanguage.googleapis.com/v1beta"  # Gemini address',
      API_KEYS: 'key1,key2,key3           # Gemini keys',
      ALLOWED_TOKENS: '["sk-one", "sk-two"]  # tokens',
      AUTH_TOKEN: '""  # the first of the tokens',
      TEST_MODEL: '"gemini-1.5-flash" # for tests',
      SHOW_SEARCH_LINK: 'true  # default',
      FAKE_STREAM_ENABLED: 'True',
      THINKING_BUDGET_MAP: "{'gemini-2.5-pro': 4096}",
      STREAM_MIN_DELAY: '0.016',
      max_failures: '10',
      SAFETY_SETTINGS: '[{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}]',
    },
    new Map(),
  );
  expect(problems).toEqual([]);
  expect(settings.BASE_URL).toBe('https://generativelanguage.googleapis.com/v1beta');
  expect(settings.API_KEYS.map((key) => key.reveal())).toEqual(['key1', 'key2', 'key3']);
  expect(settings.ALLOWED_TOKENS.map((token) => token.reveal())).toEqual(['sk-one', 'sk-two']);
  expect(settings.AUTH_TOKEN).toBeUndefined();
  expect(settings).toMatchObject({
    TEST_MODEL: 'gemini-1.5-flash',
    SHOW_SEARCH_LINK: true,
    FAKE_STREAM_ENABLED: true,
    THINKING_BUDGET_MAP: { 'gemini-2.5-pro': 4096 },
    MAX_FAILURES: 10,
  });
});

it('reports all that is wrong at once, and repeats no value', () => {
  const { settings, problems } = resolveSettings(
    { PORT: 'planted', PROXIES: 'planted:secret', TIME_OUT: '-5', LOG_LEVEL: 'planted' },
    new Map([['MAX_RETRIES', 'planted']]),
  );
  expect(problems.map(({ name, layer }) => [name, layer])).toEqual([
    ['TIME_OUT', 'env'],
    ['PROXIES', 'env'],
    ['LOG_LEVEL', 'env'],
    ['PORT', 'env'],
    ['MAX_RETRIES', 'override'],
  ]);
  expect(JSON.stringify(problems)).not.toContain('planted');
  expect(settings).toMatchObject({ PORT: 8000, TIME_OUT: 300, MAX_RETRIES: 3 });
});

it.each([
  ['of the environment alone', { PORT: 1 }],
  ['with a list of its own', { API_KEYS: ['a'] }],
  ['that does not exist', { NO_SUCH_THING: 1 }],
])('passes over the override of a setting %s', (_, values) => {
  const { problems, sources } = resolveSettings({}, overrides(values));
  expect(problems).toMatchObject([{ name: Object.keys(values)[0], layer: 'override' }]);
  expect(Object.values(sources)).not.toContain('override');
});

it.each([
  [{ DATABASE_TYPE: 'mysql', MYSQL_USER: 'me', MYSQL_DATABASE: 'db' }, 'needs MYSQL_HOST or MYSQL_SOCKET'],
  [{ DATABASE_TYPE: 'mysql', MYSQL_HOST: 'h', MYSQL_USER: 'me' }, 'needs MYSQL_DATABASE'],
  [{ DATABASE_TYPE: 'mysql', MYSQL_SOCKET: '/s', MYSQL_DATABASE: 'db' }, 'needs MYSQL_USER'],
  [{ KEY_COOLDOWN_SECONDS: '7200' }, 'more than KEY_COOLDOWN_MAX_SECONDS'],
  [{ MAX_BODY_MB: '1000' }, 'more than BODY_BUDGET_MB'],
  [{ STREAM_MIN_DELAY: '0.5' }, 'more than STREAM_MAX_DELAY'],
])('finds %j in disagreement', (env, message) => {
  expect(resolveSettings(env, new Map()).problems).toMatchObject([
    { layer: 'env', message: expect.stringContaining(message) },
  ]);
});

it('accepts a MySQL that is reached by its socket', () => {
  const env = { DATABASE_TYPE: 'mysql', MYSQL_SOCKET: '/s', MYSQL_USER: 'me', MYSQL_DATABASE: 'db' };
  expect(resolveSettings(env, new Map()).problems).toEqual([]);
});

it('passes over overrides that disagree with each other, and keeps the others', () => {
  const { settings, problems } = resolveSettings(
    {},
    overrides({ MAX_BODY_MB: 400, BODY_BUDGET_MB: 300, MAX_RETRIES: 1 }),
  );
  expect(problems).toMatchObject([{ name: 'MAX_BODY_MB', layer: 'override' }]);
  expect(settings).toMatchObject({ MAX_BODY_MB: 100, BODY_BUDGET_MB: 512, MAX_RETRIES: 1 });
});

it('never breaks a rule by passing over an override', () => {
  const { settings } = resolveSettings(
    { MAX_BODY_MB: '400', BODY_BUDGET_MB: '500' },
    overrides({ MAX_BODY_MB: 10, BODY_BUDGET_MB: 5 }),
  );
  expect(settings).toMatchObject({ MAX_BODY_MB: 400, BODY_BUDGET_MB: 500 });
});

it.each([
  ['a setting without effect', { PRO_MODEL_MAX_USAGE: '5' }, ['PRO_MODEL_MAX_USAGE', 'without_effect']],
  ['a mistyped name', { API_KEY: 'a' }, ['API_KEY', 'near_miss']],
])('tells of %s that was set', (_, env, [name, reason]) => {
  expect(resolveSettings(env, new Map()).notices).toMatchObject([{ name, reason }]);
});

it('says nothing about what was not set, what is honoured, and what is not its own', () => {
  const env = {
    PATH: '/bin',
    HOME: '/root',
    MAX_RETRIES: '3',
    API_KEYS: 'a',
    API_KEY: 'b',
    NODE_ENV: 'production',
  };
  expect(resolveSettings(env, new Map()).notices).toEqual([]);
});
