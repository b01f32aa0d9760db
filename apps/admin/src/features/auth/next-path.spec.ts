import { loginPath, nextPath } from './next-path';

const next = (value: string): string => nextPath(new URLSearchParams({ next: value }));

it('leads back to where someone was going', () => {
  const login = loginPath('/keys?state=resting');
  expect(nextPath(new URL(login, 'http://gateway').searchParams)).toBe('/keys?state=resting');
});

it('leads to the overview when nobody was going anywhere', () => {
  expect(loginPath('/')).toBe('/login');
  expect(nextPath(new URLSearchParams())).toBe('/');
});

it.each([
  'https://evil.test/',
  '//evil.test/',
  '/\\evil.test',
  'javascript:alert(1)',
  '/login',
  'keys',
  '//',
])('never leads to another site, nor in a circle: %s', (value) => expect(next(value)).toBe('/'));
