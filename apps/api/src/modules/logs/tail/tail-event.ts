import type { TailEventDto } from '@gemini-balance/shared';
import type { AttemptSettled, RequestFinished } from '../../../core/gateway/observing/gateway-observer';
import { redact } from '../../../logging/redact';
import { toLogText } from '../recording/log-text';

/** What the tail tells of a client request. */
export function toRequestEvent(event: RequestFinished): TailEventDto {
  const { requestId, tokenId, keyId, model, errorCode, ttftMs, usage } = event;
  return {
    kind: 'request',
    timeMs: Math.round(event.startedAtMs + event.latencyMs),
    level: event.status >= 500 ? 'error' : event.status >= 400 || errorCode !== undefined ? 'warn' : 'info',
    requestId,
    method: event.method,
    route: event.route,
    status: event.status,
    attempts: event.attempts,
    isStream: event.isStream,
    latencyMs: Math.round(event.latencyMs),
    ...(tokenId !== undefined && { tokenId }),
    ...(keyId !== undefined && { keyId }),
    ...(model !== undefined && { model: toLogText(model, 100) }),
    ...(errorCode !== undefined && { errorCode }),
    ...(ttftMs !== undefined && { ttftMs: Math.round(ttftMs) }),
    ...usage,
  };
}

/** What the tail tells of an attempt that failed; undefined for others, which their request tells of. */
export function toErrorEvent(event: AttemptSettled): TailEventDto | undefined {
  if (!('error' in event.outcome)) return undefined;
  const { kind, error } = event.outcome;
  const { identity, routePath } = event.origin ?? {};
  return {
    kind: 'error',
    timeMs: Math.round(event.startedAtMs + event.latencyMs),
    level: 'warn',
    requestId: event.requestId,
    attempt: event.attempt,
    keyId: event.keyId,
    model: toLogText(event.model, 100),
    type: kind,
    status: error.status,
    message: redact(error.message.slice(0, 1_000)),
    latencyMs: Math.round(event.latencyMs),
    ...(identity && { tokenId: identity.id }),
    ...(routePath !== undefined && { route: routePath }),
  };
}

/** What the tail tells of a line of the process's log. */
export function toAppEvent(line: string): TailEventDto {
  const { time, level, context, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
  return {
    kind: 'app',
    timeMs: Date.parse(String(time)),
    level: level as TailEventDto['level'],
    message: String(msg ?? ''),
    ...(typeof context === 'string' && { context }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}
