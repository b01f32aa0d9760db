import type { IncomingHttpHeaders } from 'node:http';
import { detectProtocol } from './detect-protocol';

it.each<[string, IncomingHttpHeaders, string | undefined, string]>([
  [
    'a version of Anthropic',
    { 'anthropic-version': '2026-10-21', authorization: 'Bearer t' },
    undefined,
    'anthropic-messages',
  ],
  [
    'a beta of Anthropic',
    { 'anthropic-beta': 'x', authorization: 'Bearer t' },
    undefined,
    'anthropic-messages',
  ],
  [
    'the name of Claude Code',
    { 'user-agent': 'claude-cli/2.1.77 (external, cli)', authorization: 'Bearer t' },
    undefined,
    'anthropic-messages',
  ],
  ['Google’s key header', { 'x-goog-api-key': 't' }, undefined, 'gemini'],
  [
    'Google’s client header',
    { 'x-goog-api-client': 'genai', authorization: 'Bearer t' },
    undefined,
    'gemini',
  ],
  ['a key parameter', {}, 'key=t', 'gemini'],
  ['Anthropic’s key header alone', { 'x-api-key': 't' }, undefined, 'anthropic-messages'],
  ['a bearer token alone', { authorization: 'Bearer t' }, undefined, 'openai-chat'],
  ['nothing at all', {}, undefined, 'openai-chat'],
])('knows the dialect by %s', (_, headers, query, protocol) => {
  expect(detectProtocol(headers, query === undefined ? undefined : new URLSearchParams(query))).toBe(
    protocol,
  );
});
