import type { ServerResponse } from 'node:http';
import type { GatewayError } from '../core/gateway-error';
import { toErrorBody } from '../core/protocol/error-body';
import type { Protocol } from '../core/protocol/protocol';

/** Clients that sleep for as long as they are told must not be told to wait for longer than this. */
const LONGEST_WAIT_MS = 60_000;

/** Answers with an error in the client's dialect. Only for a response that has not begun. */
export function sendFault(response: ServerResponse, protocol: Protocol, error: GatewayError): void {
  const body = JSON.stringify(toErrorBody(protocol, error));
  response.writeHead(error.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...waitHeaders(error.retryAfterMs),
  });
  response.end(body);
}

/** See docs/protocol-notes.md, "What to tell the client about waiting". */
function waitHeaders(retryAfterMs: number | undefined): Record<string, string> {
  if (retryAfterMs === undefined) return {};
  const headers = { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return retryAfterMs > LONGEST_WAIT_MS ? { ...headers, 'x-should-retry': 'false' } : headers;
}
