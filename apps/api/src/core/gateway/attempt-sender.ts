import type { Cancellation } from '../cancellation';
import type { Clock } from '../clock';
import type { UpstreamCall } from '../gemini/upstream-call';
import type { Lease } from '../keypool/lease';
import type { UpstreamClient } from '../upstream/upstream-client';
import { Attempt, type AttemptResult } from './attempt';
import type { GatewayObserver } from './gateway-observer';
import type { ReplySink } from './reply-sink';

/** What one attempt is made for. */
export interface AttemptOrder {
  readonly requestId: string;
  readonly call: UpstreamCall;
  /** The model as it is logged; empty for calls without one. */
  readonly model: string;
  readonly sink: ReplySink;
  /** Cancelled when nobody waits for the answer any more. */
  readonly cancellation: Cancellation;
  /** Whether upstream lists the model, as far as is known. */
  readonly isModelListed: boolean;
}

/** Makes one attempt with a key that was lent, gives the key back with what the attempt proved, and reports it. */
export class AttemptSender {
  constructor(
    private readonly upstream: UpstreamClient,
    private readonly observer: GatewayObserver,
    private readonly clock: Clock,
  ) {}

  /** @throws what a mistake of the gateway threw; the key is given back all the same */
  async send(order: AttemptOrder, lease: Lease, number: number): Promise<AttemptResult> {
    const { cancellation, isModelListed } = order;
    const startedAtMs = this.clock.nowMs();
    const attempt = new Attempt(order.call, order.sink);
    const cancel = () => attempt.cancel();
    let result: AttemptResult;
    let egressId: string | undefined;
    try {
      const flight = this.upstream.send(order.call, lease, attempt);
      attempt.attach(flight);
      egressId = flight.egressId;
      cancellation.add(cancel);
      result = await attempt.ended;
    } catch (mistake) {
      // A mistake of the gateway says nothing about the key, just as a client that left.
      lease.settle({ kind: 'client_left' });
      throw mistake;
    } finally {
      cancellation.remove(cancel);
    }
    lease.settle(result.outcome, { egressId, isModelListed });
    this.observer.attemptSettled({
      requestId: order.requestId,
      attempt: number,
      keyId: lease.keyId,
      model: order.model,
      outcome: result.outcome,
      startedAtMs,
      latencyMs: this.clock.nowMs() - startedAtMs,
      egressId,
    });
    return result;
  }
}
