import { type EnvTokens, planTokens, type StoredToken, type TokenPlan } from './plan-tokens';

const named = (digest: string): { digest: string; name: string } => ({ digest, name: digest });
const env = (admin: string | undefined, ...clients: string[]): EnvTokens => ({
  admin: admin === undefined ? undefined : named(admin),
  clients: clients.map(named),
});
const stored = (digest: string, of: Partial<StoredToken> = {}): StoredToken => ({
  id: digest.charCodeAt(0),
  digest,
  role: 'client',
  source: 'env',
  isEnabled: true,
  deletedAtMs: null,
  ...of,
});
const id = (digest: string): number => digest.charCodeAt(0);
const nothing: TokenPlan = {
  add: [],
  changeRole: [],
  remove: [],
  promoted: undefined,
  needsAdmin: false,
  needsClient: false,
};
const add = (digest: string, role: 'client' | 'admin'): TokenPlan['add'][number] => ({
  ...named(digest),
  role,
});
const buried = { deletedAtMs: 1 };
const ownAdmin = stored('o', { role: 'admin', source: 'admin' });

it.each<[string, EnvTokens, StoredToken[], Partial<TokenPlan>]>([
  ['the very first start makes both tokens', env(undefined), [], { needsAdmin: true, needsClient: true }],
  [
    'the second start after it makes none',
    env(undefined),
    [stored('f', { source: 'first-start', role: 'admin' }), stored('g', { source: 'first-start' })],
    {},
  ],
  ['AUTH_TOKEN alone is enough', env('a'), [], { add: [add('a', 'admin')] }],
  [
    'both are taken over',
    env('a', 'b', 'c'),
    [],
    { add: [add('b', 'client'), add('c', 'client'), add('a', 'admin')] },
  ],
  ['a token that is both is the admin token', env('a', 'a'), [], { add: [add('a', 'admin')] }],
  [
    'without AUTH_TOKEN the first client is promoted',
    env(undefined, 'b', 'c'),
    [],
    { add: [add('b', 'admin'), add('c', 'client')], promoted: named('b') },
  ],
  [
    'and stays so at the next start',
    env(undefined, 'b', 'c'),
    [stored('b', { role: 'admin' }), stored('c')],
    { promoted: named('b') },
  ],
  [
    'nobody is promoted beside an admin token of our own',
    env(undefined, 'b'),
    [ownAdmin],
    { add: [add('b', 'client')] },
  ],
  [
    'a promoted token steps down once AUTH_TOKEN is set',
    env('a', 'b'),
    [stored('b', { role: 'admin' })],
    { add: [add('a', 'admin')], changeRole: [{ id: id('b'), role: 'client' }] },
  ],
  [
    'a token that has left the environment stops working',
    env('a'),
    [stored('a', { role: 'admin' }), stored('b')],
    { remove: [id('b')] },
  ],
  [
    'a changed AUTH_TOKEN replaces the old one',
    env('n'),
    [stored('a', { role: 'admin' })],
    { add: [add('n', 'admin')], remove: [id('a')] },
  ],
  [
    'tokens of the dashboard do not depend on the environment',
    env('a'),
    [stored('a', { role: 'admin' }), stored('d', { source: 'admin' })],
    {},
  ],
  [
    'a deleted token does not return',
    env('a', 'b'),
    [stored('a', { role: 'admin' }), stored('b', buried)],
    {},
  ],
  [
    'a replaced AUTH_TOKEN does not return',
    env('a'),
    [stored('a', { role: 'admin', ...buried }), ownAdmin],
    {},
  ],
  ['a deleted token is not promoted', env(undefined, 'b'), [stored('b', buried)], { needsAdmin: true }],
  [
    'an admin token that is switched off does not count',
    env(undefined),
    [{ ...ownAdmin, isEnabled: false }],
    { needsAdmin: true },
  ],
  ['known tokens are left alone', env('a', 'b'), [stored('a', { role: 'admin' }), stored('b')], {}],
])('%s', (_, environment, tokens, plan) => {
  expect(planTokens(environment, tokens)).toEqual({ ...nothing, ...plan });
});
