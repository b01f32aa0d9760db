import type { AttemptSettled } from '../../../core/gateway/observing/gateway-observer';
import type { UpstreamError } from '../../../core/outcome';
import type { RowValue } from '../../../database/writing/row-writer';
import { redact } from '../../../logging/redact';

/** The columns of a row of bodies, in the order of {@link toErrorBodyRow}. */
export const ERROR_BODY_COLUMNS = [
  'requestId',
  'attempt',
  'startedAtMs',
  'requestBody',
  'responseBody',
] as const;

/** What is kept of a body: with letters of four bytes still less than the column takes. */
const KEPT = 16_000;

/**
 * What was sent and answered, cut and without credentials.
 * @param isRequestKept ERROR_LOG_RECORD_REQUEST_BODY
 */
export function toErrorBodyRow(
  event: AttemptSettled,
  error: UpstreamError,
  isRequestKept: boolean,
): readonly RowValue[] {
  const body = isRequestKept ? event.call?.body : undefined;
  return [
    event.requestId,
    event.attempt,
    Math.round(event.startedAtMs),
    Buffer.isBuffer(body) ? kept(body.subarray(0, KEPT).toString('utf8'), body.length) : null,
    responseBody(error),
  ];
}

/** Whether there is more to tell than the row of the attempt does. */
export function hasDetails({ details }: UpstreamError): boolean {
  return details.length > 0;
}

/** Google's error object, as far as it was understood. */
function responseBody({ status, message, rpcStatus, details }: UpstreamError): string {
  const text = JSON.stringify({ error: { code: status, message, status: rpcStatus, details } });
  return kept(text.slice(0, KEPT), text.length);
}

function kept(text: string, length: number): string {
  const shown = redact(text).slice(0, KEPT);
  return length > KEPT ? `${shown}… (${length} in all)` : shown;
}
