import type { IncomingMessage } from 'node:http';

/**
 * The client tokens of a request, in the forms that the SDKs send (docs/protocol-notes.md, "Credentials"). Every form is
 * accepted on every path. There may be several: some programs always send a bearer token, whatever their user set.
 */
export function* presentedTokens(
  { headers }: IncomingMessage,
  query: URLSearchParams | undefined,
): Generator<string> {
  const tokens = [
    bearerToken(headers.authorization),
    single(headers['x-goog-api-key']),
    single(headers['x-api-key']),
    query?.get('key'),
  ];
  for (const token of tokens) if (token) yield token;
}

/** The token of an `authorization` header; undefined for another scheme. */
export function bearerToken(header: string | undefined): string | undefined {
  const match = header === undefined ? null : /^Bearer +(\S+) *$/i.exec(header);
  return match?.[1];
}

function single(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.trim();
}
