import type { AttemptSettled } from '../../../core/gateway/observing/gateway-observer';
import type { RowValue } from '../../../database/writing/row-writer';
import { redact } from '../../../logging/redact';
import { toLogText } from './log-text';

/** The columns of an attempt row, in the order of {@link toAttemptLogRow}. */
export const ATTEMPT_LOG_COLUMNS = [
  'requestId',
  'attempt',
  'startedAtMs',
  'keyId',
  'model',
  'outcome',
  'isError',
  'upstreamStatus',
  'rpcStatus',
  'message',
  'egressId',
  'latencyMs',
  'tokenId',
  'route',
  'choice',
  'readyKeys',
  'poolKeys',
] as const;

const MESSAGE_LENGTH = 2_000;

/** The stored form of one attempt; what upstream said is kept without credentials. */
export function toAttemptLogRow(event: AttemptSettled): readonly RowValue[] {
  const { outcome } = event;
  const standing = event.call && event.pool?.standing(event.call.scope);
  const error = 'error' in outcome ? outcome.error : undefined;
  return [
    event.requestId,
    event.attempt,
    Math.round(event.startedAtMs),
    event.keyId,
    toLogText(event.model, 100),
    outcome.kind,
    error ? 1 : 0,
    error?.status ?? null,
    error?.rpcStatus === undefined ? null : toLogText(error.rpcStatus, 40),
    // Cut before it is searched, and again because a placeholder may be longer than what it replaces.
    error ? redact(error.message.slice(0, 2 * MESSAGE_LENGTH)).slice(0, MESSAGE_LENGTH) : null,
    event.egressId === undefined ? null : toLogText(redact(event.egressId), 100),
    Math.round(event.latencyMs),
    event.origin?.identity?.id ?? null,
    event.origin?.routePath ?? null,
    event.origin === undefined ? null : event.pinnedTo === undefined ? 'in_turn' : 'pinned',
    standing?.ready ?? null,
    standing?.total ?? null,
  ];
}
