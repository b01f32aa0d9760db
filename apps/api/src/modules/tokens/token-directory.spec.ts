import { sha256 } from '../../core/sha256';
import { FakeClock } from '../../core/testing/fake-clock';
import { someMeters, UNLIMITED } from './testing/token-meters';
import { type ListedToken, TokenDirectory } from './token-directory';

const aToken = (id: number, text: string, of: Partial<ListedToken> = {}): ListedToken => ({
  id,
  digest: sha256(text),
  name: `token ${id}`,
  role: 'client',
  expiresAtMs: null,
  allowedModels: null,
  ...UNLIMITED,
  ...of,
});

function aDirectory(...tokens: ListedToken[]): { directory: TokenDirectory; clock: FakeClock } {
  const clock = new FakeClock();
  const directory = new TokenDirectory(clock, someMeters(clock));
  directory.replace(tokens);
  return { directory, clock };
}

it('knows the owner of a client token and of an admin token', () => {
  const { directory } = aDirectory(aToken(7, 'client'), aToken(8, 'admin', { role: 'admin' }));
  expect(directory.identify('client')).toEqual({ id: 7, name: 'token 7', isAdmin: false });
  expect(directory.identify('admin')).toEqual({ id: 0, name: 'token 8', isAdmin: true });
});

it.each([
  ['an unknown token', 'other'],
  ['the empty text', ''],
  ['a token with a blank behind it', 'client '],
  ['a token in another case', 'CLIENT'],
  ['the digest of a token', sha256('client')],
])('does not know %s', (_, presented) => {
  expect(aDirectory(aToken(7, 'client'), aToken(8, '')).directory.identify(presented)).toBeUndefined();
});

it('knows a token until the moment it expires', () => {
  const { directory, clock } = aDirectory(aToken(7, 'client', { expiresAtMs: new FakeClock().nowMs() + 10 }));
  clock.advance(9);
  expect(directory.identify('client')).toBeDefined();
  clock.advance(1);
  expect(directory.identify('client')).toBeUndefined();
});

it('forgets tokens that are not in the new list', () => {
  const { directory } = aDirectory(aToken(7, 'client'));
  directory.replace([]);
  expect(directory.identify('client')).toBeUndefined();
});

it('tells once when each token was last used', () => {
  const { directory, clock } = aDirectory(aToken(7, 'client'), aToken(8, 'admin', { role: 'admin' }));
  directory.identify('client');
  clock.advance(5);
  directory.identify('client');
  directory.identify('wrong');
  expect([...directory.takeUses()]).toEqual([[7, clock.nowMs()]]);
  expect([...directory.takeUses()]).toEqual([]);
});

it.each([
  ['its name', ['gemini-a'], 'gemini-a', true],
  ['another name', ['gemini-a'], 'gemini-b', false],
  ['a beginning', ['gemini-2.5-*'], 'gemini-2.5-pro', true],
  ['another beginning', ['gemini-2.5-*'], 'gemini-3-pro', false],
  ['its name, with a search', ['gemini-a'], 'gemini-a-search', true],
  ['its name, for what is another model of upstream', ['gemini-a'], 'gemini-a-image', false],
  ['an empty list', [], 'gemini-b', true],
])('lets a token use models by %s', (_, allowedModels, model, isAllowed) => {
  const { directory } = aDirectory(aToken(7, 'client', { allowedModels }));
  expect(directory.identify('client')!.mayUse?.(model) ?? true).toBe(isAllowed);
});

it('holds tokens to their limits, also after they were read again, and administrators to none', () => {
  const limited = { requestsPerMinute: 2 };
  const tokens = [aToken(7, 'client', limited), aToken(8, 'admin', { role: 'admin', ...limited })];
  const { directory } = aDirectory(...tokens);
  expect(directory.identify('admin')!.meter).toBeUndefined();
  expect(directory.identify('client')!.meter!.admit()).toBeUndefined();
  directory.replace(tokens);
  expect(directory.identify('client')!.meter!.admit()).toBeUndefined();
  expect(directory.identify('client')!.meter!.admit()).toMatchObject({ unit: 'requests', limit: 2 });
});

it.each([
  [7, 'token 7'],
  [8, undefined],
  [0, 'admin'],
  [-2, 'playground'],
])('calls %i %s', (id, name) => {
  expect(aDirectory(aToken(7, 'client')).directory.nameOf(id)).toBe(name);
});
