import type { IncomingHttpHeaders } from 'node:http';
import type { Protocol } from '../../core/protocol/protocol';

/** Which dialect a client speaks on a path that several dialects share (docs/protocol-notes.md, "Whose dialect it is"). */
export function detectProtocol(headers: IncomingHttpHeaders, query: URLSearchParams | undefined): Protocol {
  if (isAnthropics(headers)) return 'anthropic-messages';
  if ('x-goog-api-key' in headers || 'x-goog-api-client' in headers || query?.has('key')) return 'gemini';
  if ('x-api-key' in headers) return 'anthropic-messages';
  return 'openai-chat';
}

/** Claude Code asks for models with nothing but a bearer token and its name. */
function isAnthropics(headers: IncomingHttpHeaders): boolean {
  return (
    'anthropic-version' in headers ||
    'anthropic-beta' in headers ||
    headers['user-agent']?.startsWith('claude-') === true
  );
}
