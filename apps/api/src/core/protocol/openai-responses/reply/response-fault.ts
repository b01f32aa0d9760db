import type { GatewayError } from '../../../gateway-error';
import { openaiErrorBody } from '../../openai-chat/error-body';
import type { ResponseFault } from './response-object';

/** Codes that agents act on; every other fault is one of the server, which they try again. */
const KNOWN = new Set([
  'context_length_exceeded',
  'insufficient_quota',
  'rate_limit_exceeded',
  'server_is_overloaded',
]);

/** A fault after the response has begun, as `response.failed` tells it. */
export function toResponseFault(error: GatewayError): ResponseFault {
  const { code, message } = openaiErrorBody(error).error;
  if (code === 'rate_limit_exceeded') return { code, message: withWait(message, error.retryAfterMs) };
  if (code !== null && KNOWN.has(code)) return { code, message };
  // The request itself is wrong: asking again does not help.
  return { code: error.status === 400 ? 'invalid_prompt' : 'server_error', message };
}

/** Agents read the wait out of these words. */
function withWait(message: string, waitMs: number | undefined): string {
  return waitMs === undefined || /try again in/i.test(message)
    ? message
    : `${message} Please try again in ${Math.ceil(waitMs / 1000)}s.`;
}
