import type {
  AttemptSettled,
  GatewayObserver,
  RequestFinished,
} from '../../core/gateway/observing/gateway-observer';

/** Injection token of the {@link GatewayObserver} that the gateway tells its events. */
export const GATEWAY_OBSERVER = Symbol('GATEWAY_OBSERVER');

/** One reader of the gateway's events. Works in memory only; what it stores, it stores later. */
export interface TelemetrySink {
  attemptSettled?(event: AttemptSettled): void;
  requestFinished?(event: RequestFinished): void;
}

/** Hands each event to every sink. A sink that throws is a bug that the request must not feel. */
export class GatewayTelemetry implements GatewayObserver {
  /** @param onSinkFault told of each fault of a sink. */
  constructor(
    private readonly sinks: readonly TelemetrySink[],
    private readonly onSinkFault: (fault: unknown) => void,
  ) {}

  attemptSettled(event: AttemptSettled): void {
    for (const sink of this.sinks) {
      try {
        sink.attemptSettled?.(event);
      } catch (fault) {
        this.#report(fault);
      }
    }
  }

  requestFinished(event: RequestFinished): void {
    for (const sink of this.sinks) {
      try {
        sink.requestFinished?.(event);
      } catch (fault) {
        this.#report(fault);
      }
    }
  }

  #report(fault: unknown): void {
    try {
      this.onSinkFault(fault);
    } catch {
      // Nothing is left to tell it to.
    }
  }
}
