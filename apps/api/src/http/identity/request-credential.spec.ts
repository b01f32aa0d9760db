import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { presentedTokens } from './request-credential';

const tokensOf = (headers: IncomingHttpHeaders, query: string) => [
  ...presentedTokens({ headers } as IncomingMessage, query === '' ? undefined : new URLSearchParams(query)),
];

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
  expect(tokensOf(headers, query)).toEqual(['sk-1']);
});

it.each<[string, IncomingHttpHeaders, string]>([
  ['no credential', {}, ''],
  ['an empty key parameter', {}, 'key='],
  ['a bearer without token', { authorization: 'Bearer ' }, ''],
  ['a token without scheme', { authorization: 'sk-1' }, ''],
])('finds no token in %s', (_, headers, query) => {
  expect(tokensOf(headers, query)).toEqual([]);
});

it('finds every token where several are sent', () => {
  const headers = { authorization: 'Bearer dummy', 'x-goog-api-key': 'sk-1' };
  expect(tokensOf(headers, 'key=sk-2')).toEqual(['dummy', 'sk-1', 'sk-2']);
});
