import type { Clock } from '../../core/clock';
import { ClientLeftError, GatewayError } from '../../core/gateway-error';
import { ClientFrames } from '../../core/gateway/client/client-frames';
import { keepAlive } from '../../core/gateway/client/keep-alive';
import { toErrorBody } from '../../core/protocol/error-body';
import type { ClientExchange } from '../../http/exchange/client-exchange';

/** Answers clients with events that the gateway makes itself. */
export class EventStreams {
  constructor(
    private readonly clock: Clock,
    /** 0 sends no keep-alive comments. */
    private readonly keepAliveMs: () => number,
  ) {}

  /**
   * Sends what `produce` writes. A fault after the response has begun is told as an event. @throws GatewayError before that
   */
  async answer(
    exchange: ClientExchange,
    produce: (frames: ClientFrames) => Promise<void>,
    toFrame = (fault: GatewayError) => faultFrame(exchange, fault),
  ): Promise<void> {
    const { facts } = exchange;
    facts.isStream = true;
    const frames = new ClientFrames(
      exchange,
      {},
      this.clock,
      () => (facts.firstByteAtMs = this.clock.nowMs()),
    );
    const endKeepAlive = keepAlive(frames, this.clock, this.keepAliveMs());
    try {
      await produce(frames);
      frames.end('');
    } catch (fault) {
      const canBeTold = fault instanceof GatewayError && !(fault instanceof ClientLeftError);
      if (!canBeTold || !frames.hasHead) throw fault;
      facts.errorCode = fault.code;
      frames.end(toFrame(fault));
    } finally {
      endKeepAlive();
    }
  }
}

function faultFrame({ protocol, requestId }: ClientExchange, fault: GatewayError): string {
  return eventFrame('error', toErrorBody(protocol, fault, requestId));
}

/** One named event. */
export function eventFrame(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
