import type { RequestFinished } from '../../../core/gateway/observing/gateway-observer';
import { hasSucceeded } from '../../../core/gateway/observing/request-success';
import type { RowValue } from '../../../database/writing/row-writer';
import { toLogText } from './log-text';

/** The columns of a request row, in the order of {@link toRequestLogRow}. */
export const REQUEST_LOG_COLUMNS = [
  'requestId',
  'startedAtMs',
  'tokenId',
  'protocol',
  'route',
  'method',
  'model',
  'status',
  'errorCode',
  'isStream',
  'attempts',
  'keyId',
  'latencyMs',
  'ttftMs',
  'inputTokens',
  'cachedTokens',
  'outputTokens',
  'thinkingTokens',
  'isFailure',
] as const;

/** The stored form of one client request. */
export function toRequestLogRow(event: RequestFinished): readonly RowValue[] {
  const { usage } = event;
  return [
    event.requestId,
    Math.round(event.startedAtMs),
    event.tokenId ?? null,
    event.protocol,
    event.route,
    event.method,
    event.model === undefined ? null : toLogText(event.model, 100),
    event.status,
    event.errorCode ?? null,
    event.isStream ? 1 : 0,
    event.attempts,
    event.keyId ?? null,
    Math.round(event.latencyMs),
    event.ttftMs === undefined ? null : Math.round(event.ttftMs),
    usage?.inputTokens ?? null,
    usage?.cachedTokens ?? null,
    usage?.outputTokens ?? null,
    usage?.thinkingTokens ?? null,
    hasSucceeded(event) ? 0 : 1,
  ];
}
