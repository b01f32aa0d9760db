import { resolveSettings } from '../resolve';

const STRONG = 'sk-Zk3v9Qp2LmX7tRw8YcBn';

const noticesOf = (env: Record<string, string>) =>
  resolveSettings(env, new Map()).notices.filter(({ reason }) => reason === 'caution');

it.each<[string, string, Record<string, string>]>([
  ['AUTH_TOKEN', 'admin_token_guessable', { AUTH_TOKEN: 'sk-short' }],
  ['AUTH_TOKEN', 'admin_token_guessable', { AUTH_TOKEN: 'your_auth_token_goes_here_0' }],
  ['AUTH_TOKEN', 'admin_token_given_out', { AUTH_TOKEN: STRONG, ALLOWED_TOKENS: `x${STRONG},${STRONG}` }],
  ['ALLOWED_TOKENS', 'client_token_guessable', { ALLOWED_TOKENS: `${STRONG},sk-123456` }],
  ['METRICS_TOKEN', 'metrics_token_guessable', { METRICS_TOKEN: 'graphs-1' }],
  ['METRICS_TOKEN', 'metrics_token_administers', { METRICS_TOKEN: STRONG, AUTH_TOKEN: STRONG }],
  ['ENCRYPTION_KEY', 'encryption_key_guessable', { ENCRYPTION_KEY: 'secret' }],
  ['TRUSTED_PROXIES', 'trusts_everybody', { TRUSTED_PROXIES: '10.0.0.1,0.0.0.0/0' }],
  ['FETCH_ALLOW_CIDRS', 'fetches_everything', { FETCH_ALLOW_CIDRS: '::/0' }],
  ['DATABASE_TYPE', 'mysql_unused', { MYSQL_HOST: 'db.example' }],
])('cautions about %s by the code %s, without its value', (name, code, env) => {
  const notices = noticesOf(env);
  expect(notices.map((notice) => [notice.name, notice.code])).toEqual([[name, code]]);
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
