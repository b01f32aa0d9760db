import type { IncomingMessage, ServerResponse } from 'node:http';

const HOUR_S = 3_600;

/**
 * Lets pages of the configured origins call the client routes. Off while none is configured.
 * @returns whether the request was a preflight and has been answered
 */
export function applyCors(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  const { origin } = request.headers;
  if (origin === undefined || allowedOrigins.length === 0) return false;
  if (!allowedOrigins.includes('*') && !allowedOrigins.includes(origin)) return false;

  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin');
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after, x-should-retry');
  if (request.method !== 'OPTIONS') return false;

  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? '*',
  );
  response.setHeader('access-control-max-age', String(HOUR_S));
  response.writeHead(204).end();
  return true;
}
