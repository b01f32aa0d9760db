import type { IncomingHttpHeaders } from 'node:http';

/**
 * What of a client's headers is sent on. Everything else is about the connection, the client, or a credential
 * (docs/protocol-notes.md, "Credentials"); upstream refuses a call that holds two credentials.
 */
const FORWARDED_HEADERS = [
  'accept',
  'accept-language',
  'content-encoding',
  'content-type',
  'user-agent',
  'x-goog-api-client',
  'x-server-timeout',
];

const CREDENTIAL_PARAMETERS = ['key', '$key', 'api_key', 'access_token', '$access_token', 'oauth_token'];

export function forwardedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const forwarded: Record<string, string> = {};
  for (const name of FORWARDED_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') forwarded[name] = value;
  }
  return forwarded;
}

/** The client's query without credentials: empty, or beginning with `?`. */
export function forwardedQuery(query: URLSearchParams | undefined): string {
  if (query === undefined) return '';
  const forwarded = new URLSearchParams(query);
  for (const name of CREDENTIAL_PARAMETERS) forwarded.delete(name);
  const text = forwarded.toString();
  return text === '' ? '' : `?${text}`;
}
