import type { RequestFinished } from '../../../core/gateway/observing/gateway-observer';
import type { LineSink } from '../../../logging/line-sink';
import { toLogText } from '../recording/log-text';

/** Writes a line of JSON for each client request. */
export class TransactionLog {
  constructor(private readonly sink: LineSink) {}

  requestFinished(event: RequestFinished): void {
    this.sink.write(`${JSON.stringify(toTransaction(event))}\n`);
  }
}

/** Fields that are undefined are left out. */
function toTransaction(event: RequestFinished) {
  const { requestId, method, route, protocol, status, errorCode, model, tokenId, keyId } = event;
  return {
    time: new Date(event.startedAtMs).toISOString(),
    requestId,
    method,
    route,
    protocol,
    status,
    errorCode,
    model: model === undefined ? undefined : toLogText(model, 100),
    tokenId,
    keyId,
    attempts: event.attempts,
    isStream: event.isStream,
    latencyMs: Math.round(event.latencyMs),
    ttftMs: event.ttftMs === undefined ? undefined : Math.round(event.ttftMs),
    ...event.usage,
  };
}
