import type { GatewayError } from '../../core/gateway-error';
import { toErrorBody, toErrorStatus } from '../../core/protocol/error-body';
import type { ClientExchange, ResponseHeaders } from './client-exchange';

/** Clients that sleep for as long as they are told must not be told to wait for longer than this. */
const LONGEST_WAIT_MS = 60_000;

/** Answers with an error in the client's dialect. Only for a response that has not begun. */
export function sendFault(exchange: ClientExchange, error: GatewayError): void {
  const { protocol, requestId } = exchange;
  const body = toErrorBody(protocol, error, requestId);
  exchange.sendJson(body, toErrorStatus(protocol, error), waitHeaders(error.retryAfterMs));
}

/** See docs/protocol-notes.md, "What to tell a client about waiting". */
function waitHeaders(retryAfterMs: number | undefined): ResponseHeaders {
  if (retryAfterMs === undefined) return {};
  const headers = { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return retryAfterMs > LONGEST_WAIT_MS ? { ...headers, 'x-should-retry': 'false' } : headers;
}
