import type { AttemptSettled, GatewayObserver, RequestFinished } from '../../core/gateway/gateway-observer';

/** Injection token of the {@link GatewayObserver} that the gateway tells its events. */
export const GATEWAY_OBSERVER = Symbol('GATEWAY_OBSERVER');

/** One reader of the gateway's events. Works in memory only; what it stores, it stores later. */
export interface TelemetrySink {
  attemptSettled?(event: AttemptSettled): void;
  requestFinished?(event: RequestFinished): void;
}

/** Hands each event to every sink. A sink that throws is a bug that the request must not feel: it is counted and told once in a while. */
export class GatewayTelemetry implements GatewayObserver {
  #sinkFaults = 0;

  constructor(
    private readonly sinks: readonly TelemetrySink[],
    private readonly onSinkFault: (fault: unknown) => void,
  ) {}

  /** Events that a sink failed to take, since the start. */
  get sinkFaults(): number {
    return this.#sinkFaults;
  }

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

  /** The 1st, 2nd, 4th, 8th … fault is told, so that a fault in every event cannot flood the log. */
  #report(fault: unknown): void {
    this.#sinkFaults += 1;
    if ((this.#sinkFaults & (this.#sinkFaults - 1)) !== 0) return;
    try {
      this.onSinkFault(fault);
    } catch {
      // Nothing is left to tell it to.
    }
  }
}
