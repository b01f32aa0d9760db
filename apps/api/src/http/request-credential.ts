import type { IncomingMessage } from 'node:http';

/**
 * The client token of a request, in any of the forms that the SDKs send (docs/protocol-notes.md, "Credentials").
 * Every form is accepted on every path. Undefined where there is none.
 */
export function presentedToken(
  request: IncomingMessage,
  query: URLSearchParams | undefined,
): string | undefined {
  const { headers } = request;
  return (
    bearerToken(headers.authorization) ??
    single(headers['x-goog-api-key']) ??
    single(headers['x-api-key']) ??
    (query?.get('key') || undefined)
  );
}

function bearerToken(header: string | undefined): string | undefined {
  const match = header === undefined ? null : /^Bearer +(\S+) *$/i.exec(header);
  return match?.[1];
}

function single(header: string | string[] | undefined): string | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  return value === undefined || value === '' ? undefined : value.trim();
}
