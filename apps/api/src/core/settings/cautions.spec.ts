import { resolveSettings } from './resolve';

const STRONG = 'sk-Zk3v9Qp2LmX7tRw8YcBn';

const noticesOf = (env: Record<string, string>) =>
  resolveSettings(env, new Map()).notices.filter(({ reason }) => reason === 'caution');

it.each<[string, Record<string, string>]>([
  ['AUTH_TOKEN', { AUTH_TOKEN: 'sk-short' }],
  ['AUTH_TOKEN', { AUTH_TOKEN: 'your_auth_token_goes_here_0' }],
  ['AUTH_TOKEN', { AUTH_TOKEN: STRONG, ALLOWED_TOKENS: `x${STRONG},${STRONG}` }],
  ['ALLOWED_TOKENS', { ALLOWED_TOKENS: `${STRONG},sk-123456` }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'metrics' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: STRONG, AUTH_TOKEN: STRONG }],
  ['ENCRYPTION_KEY', { ENCRYPTION_KEY: 'secret' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1,0.0.0.0/0' }],
  ['FETCH_ALLOW_CIDRS', { FETCH_ALLOW_CIDRS: '::/0' }],
  ['DATABASE_TYPE', { MYSQL_HOST: 'db.example' }],
])('cautions about %s without its value', (name, env) => {
  const notices = noticesOf(env);
  expect(notices.map((notice) => notice.name)).toEqual([name]);
  const values = Object.values(env).flatMap((value) => value.split(','));
  expect(values.filter((value) => value.length > 6 && JSON.stringify(notices).includes(value))).toEqual([]);
});

it('has no caution about what is usual', () => {
  const env = {
    AUTH_TOKEN: STRONG,
    ALLOWED_TOKENS: `x${STRONG},y${STRONG}`,
    METRICS_TOKEN: `z${STRONG}`,
    ENCRYPTION_KEY: `k${STRONG}`,
    TRUSTED_PROXIES: '10.0.0.0/8',
  };
  expect([noticesOf(env), noticesOf({})]).toEqual([[], []]);
});
