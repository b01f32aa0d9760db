import type { Clock } from '../../core/clock';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import type { ClientExchange } from './client-exchange';

/** The status that is logged when the client left before one was sent. */
const CLIENT_CLOSED_REQUEST = 499;

/** Tells the observer of the request once its response is over, in whatever way it ended. */
export function reportWhenClosed(exchange: ClientExchange, observer: GatewayObserver, clock: Clock): void {
  const { facts, request, response } = exchange;
  exchange.onClosed(() => {
    const isCut = !response.writableFinished;
    const endedAtMs = clock.nowMs();
    // The response may close before whoever answered has noted what it took: that is done by the next turn of the loop.
    setImmediate(() => tell(isCut, endedAtMs));
  });
  const tell = (isCut: boolean, endedAtMs: number): void =>
    observer.requestFinished({
      requestId: exchange.requestId,
      startedAtMs: exchange.startedAtMs,
      tokenId: exchange.identity?.id,
      protocol: exchange.protocol,
      route: exchange.routePath,
      method: request.method ?? '',
      model: facts.model,
      status: response.headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST,
      errorCode: facts.errorCode ?? (isCut ? 'client_left' : undefined),
      isStream: facts.isStream ?? false,
      attempts: facts.attempts ?? 0,
      keyId: facts.keyId,
      latencyMs: endedAtMs - exchange.startedAtMs,
      ttftMs: facts.firstByteAtMs === undefined ? undefined : facts.firstByteAtMs - exchange.startedAtMs,
      usage: facts.usage,
    });
}
