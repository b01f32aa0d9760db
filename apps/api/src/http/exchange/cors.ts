import type { ClientExchange } from './client-exchange';

const HOUR_S = 3_600;

/**
 * Lets pages of the configured origins call the client routes. Off while none is configured.
 * @returns whether the request was a preflight and has been answered
 */
export function applyCors(exchange: ClientExchange, allowedOrigins: readonly string[]): boolean {
  const { method, headers } = exchange.request;
  const { origin } = headers;
  if (origin === undefined || allowedOrigins.length === 0) return false;
  if (!allowedOrigins.includes('*') && !allowedOrigins.includes(origin)) return false;

  exchange.ownHeaders['access-control-allow-origin'] = origin;
  exchange.ownHeaders['vary'] = 'origin';
  // Server-Timing, which browsers keep to themselves otherwise.
  exchange.ownHeaders['timing-allow-origin'] = origin;
  exchange.ownHeaders['access-control-expose-headers'] =
    'x-request-id, request-id, x-request-changes, retry-after, x-should-retry, server-timing, ' +
    'x-goog-upload-url, x-goog-upload-status, x-goog-upload-size-received, x-goog-upload-chunk-granularity';
  if (method !== 'OPTIONS') return false;

  exchange.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': String(headers['access-control-request-headers'] ?? '*'),
    'access-control-max-age': String(HOUR_S),
  });
  exchange.response.end();
  return true;
}
