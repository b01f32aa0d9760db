import type { ClientRoute } from './client-route';
import { RouteTable } from './route-table';

const aRoute = (method: ClientRoute['method'], path: string): ClientRoute => ({
  method,
  path,
  protocol: 'gemini',
  auth: 'client',
  summary: '',
  handle: () => undefined,
});

const table = new RouteTable([
  aRoute('GET', '/health'),
  aRoute('GET', '/v1/models'),
  aRoute('POST', '/v1/models/*'),
  aRoute('GET', '/v1/models/*'),
  aRoute('*', '/v1/*'),
]);

it.each([
  ['GET', '/health', '/health', ''],
  ['GET', '/v1/models', '/v1/models', ''],
  ['POST', '/v1/models/gemini-x:generateContent', '/v1/models/*', 'gemini-x:generateContent'],
  ['POST', '/v1/models/google/gemini-x:countTokens', '/v1/models/*', 'google/gemini-x:countTokens'],
  ['GET', '/v1/models/', '/v1/models', ''],
  ['GET', '/health/', '/health', ''],
  ['PUT', '/v1/anything/at/all', '/v1/*', 'anything/at/all'],
  ['POST', '/v1/', '/v1/*', ''],
])('%s %s is %s with the tail "%s"', (method, path, pattern, tail) => {
  expect(table.match(method, path)).toMatchObject({ route: { path: pattern }, tail });
});

it.each(['/', '/keys', '/v1', '/v1beta/models', '/assets/app.js', ''])('leaves %s to Express', (path) => {
  expect(table.match('GET', path)).toBeUndefined();
});

it('names the methods that a path takes when it is asked with another one', () => {
  expect(table.match('DELETE', '/v1/models/gemini-x')).toMatchObject({ allowed: ['POST', 'GET'] });
  expect(table.match('POST', '/health')).toMatchObject({ allowed: ['GET'] });
});

it('refuses two routes of the same method and path', () => {
  expect(() => new RouteTable([aRoute('GET', '/a/*'), aRoute('GET', '/a/*')])).toThrow('GET /a/*');
});

it('refuses an empty table', () => {
  expect(() => new RouteTable([])).toThrow('no client routes');
});
