import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { presentedToken } from './request-credential';

const tokenOf = (headers: IncomingHttpHeaders, query?: string) =>
  presentedToken(
    { headers } as IncomingMessage,
    query === undefined ? undefined : new URLSearchParams(query),
  );

it.each<[string, IncomingHttpHeaders, string]>([
  ['a bearer token', { authorization: 'Bearer sk-1' }, ''],
  ['a bearer token in lower case', { authorization: 'bearer sk-1' }, ''],
  ['a bearer token after two blanks', { authorization: 'Bearer  sk-1' }, ''],
  ['Google’s header', { 'x-goog-api-key': 'sk-1' }, ''],
  ['Anthropic’s header', { 'x-api-key': 'sk-1' }, ''],
  ['the key parameter', {}, 'alt=sse&key=sk-1'],
  ['the key parameter beside an empty header', { 'x-goog-api-key': '' }, 'key=sk-1'],
  ['the key parameter beside another kind of authorization', { authorization: 'Basic abc' }, 'key=sk-1'],
])('finds the token in %s', (_, headers, query) => {
  expect(tokenOf(headers, query)).toBe('sk-1');
});

it.each<[string, IncomingHttpHeaders, string]>([
  ['no credential', {}, ''],
  ['an empty key parameter', {}, 'key='],
  ['a bearer without token', { authorization: 'Bearer ' }, ''],
  ['a token without scheme', { authorization: 'sk-1' }, ''],
])('finds no token in %s', (_, headers, query) => {
  expect(tokenOf(headers, query)).toBeUndefined();
});
