import type { Outcome } from '../outcome';
import { classifyError } from '../upstream/classification/classify-error';
import { scrubCredentials } from '../upstream/errors/scrub-credentials';
import { toUpstreamError } from '../upstream/errors/upstream-error';

/** How a WebSocket was closed (RFC 6455, section 7.4). */
export interface LiveClose {
  readonly code: number;
  readonly reason: string;
}

export const NORMAL = 1000;
export const GOING_AWAY = 1001;
export const INVALID_DATA = 1007;
export const POLICY_VIOLATION = 1008;
export const INTERNAL_ERROR = 1011;
export const SERVICE_RESTART = 1012;
export const TRY_AGAIN_LATER = 1013;

/** Codes that stand for what no peer has sent; they cannot be sent on. */
const NOT_SENDABLE = new Set([1004, 1005, 1006, 1015]);
const LONGEST_REASON_BYTES = 123;

/** The same close, fit to be sent to the other side: without credentials, within the length that a frame takes. */
export function sendableClose({ code, reason }: LiveClose): LiveClose {
  if (code === 1005) return { code: NORMAL, reason: '' };
  const isSendable = code >= 1000 && code < 5000 && !NOT_SENDABLE.has(code);
  return {
    code: isSendable ? code : INTERNAL_ERROR,
    reason: cutReason(scrubCredentials(isSendable ? reason : reason || 'The connection was lost.')),
  };
}

/** Cut at a whole character. */
export function cutReason(reason: string): string {
  let cut = reason;
  while (Buffer.byteLength(cut) > LONGEST_REASON_BYTES) cut = Array.from(cut).slice(0, -1).join('');
  return cut;
}

/** What it proves about a key that upstream has closed a session (docs/protocol-notes.md, "Live"). */
export function outcomeOfClose({ code, reason }: LiveClose): Outcome {
  const [status, rpcStatus] = statusOfClose(code, reason);
  const message = reason || `Upstream closed the session (${code}).`;
  return classifyError(toUpstreamError(status, { error: { code: status, status: rpcStatus, message } }));
}

function statusOfClose(code: number, reason: string): [status: number, rpcStatus: string] {
  if (/quota|rate.?limit|exhausted|too many/i.test(reason)) return [429, 'RESOURCE_EXHAUSTED'];
  switch (code) {
    case INVALID_DATA:
      return [400, 'INVALID_ARGUMENT'];
    case POLICY_VIOLATION:
      return /not found|not supported|no longer available/i.test(reason)
        ? [404, 'NOT_FOUND']
        : /permission|denied|leaked|suspended|disabled|blocked/i.test(reason)
          ? [403, 'PERMISSION_DENIED']
          : [400, 'INVALID_ARGUMENT'];
    case TRY_AGAIN_LATER:
      return [503, 'UNAVAILABLE'];
    default:
      return [500, 'INTERNAL'];
  }
}
