import type { UpstreamCall } from '../gemini/upstream-call';
import type { Secret } from '../secret';

// Google's OpenAI-compatible endpoint takes a key as a bearer token and nothing else; every other path takes
// it in its own header and refuses two credentials at once (docs/protocol-notes.md, "Credentials").
const BEARER_PATH = '/v1beta/openai/';

const NOT_CUSTOM = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'x-api-key',
  'x-goog-api-key',
]);

/** The headers of the request upstream sees, with its one credential: names and values in turn. */
export function requestHeaders(
  call: Pick<UpstreamCall, 'path' | 'headers'>,
  secret: Secret,
  custom: Readonly<Record<string, string>>,
): string[] {
  // A compressed reply could neither be watched nor be passed on as it is.
  const headers = ['accept-encoding', 'identity'];
  if (call.path.startsWith(BEARER_PATH)) headers.push('authorization', `Bearer ${secret.reveal()}`);
  else headers.push('x-goog-api-key', secret.reveal());
  let replaced: Set<string> | undefined;
  for (const name in custom) {
    const lower = name.toLowerCase();
    if (NOT_CUSTOM.has(lower)) continue;
    headers.push(lower, custom[name]!);
    replaced = (replaced ?? new Set()).add(lower);
  }
  for (const name in call.headers) if (!replaced?.has(name)) headers.push(name, call.headers[name]!);
  return headers;
}
