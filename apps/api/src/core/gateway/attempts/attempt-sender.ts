import type { Cancellation } from '../../cancellation';
import type { Clock } from '../../clock';
import type { UpstreamCall } from '../../gemini/upstream-call';
import type { KeyId } from '../../keypool/hold';
import type { KeyPool } from '../../keypool/key-pool';
import type { Lease } from '../../keypool/lending/lease';
import type { Outcome } from '../../outcome';
import type { UpstreamClient, UpstreamFlight } from '../../upstream/upstream-client';
import type { GatewayObserver, RequestOrigin } from '../observing/gateway-observer';
import type { ReplySink } from '../sinks/reply-sink';
import { Attempt, type AttemptResult } from './attempt';

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
  /** Whose request it is made for; absent for what the gateway sends by itself. */
  readonly origin?: RequestOrigin;
  /** The pool that the key comes from, for the record. */
  readonly pool?: Pick<KeyPool, 'standing'>;
  /** The one key that can answer, where upstream keeps something for it: no other is asked. */
  readonly pinnedTo?: KeyId | undefined;
}

/** Makes one attempt with a key that was lent, gives the key back with what the attempt proved, and reports it. */
export class AttemptSender {
  constructor(
    private readonly upstream: UpstreamClient,
    private readonly observer: GatewayObserver,
    private readonly clock: Clock,
  ) {}

  /** Rejects only with what a mistake of the gateway threw; the key is given back all the same. */
  send(order: AttemptOrder, lease: Lease, number: number): Promise<AttemptResult> {
    return new Promise((resolve, reject) => {
      const { cancellation } = order;
      const startedAtMs = this.clock.nowMs();
      const upstream = order.origin?.timing?.upstream;
      const cancel = (): void => attempt.cancel();
      const fail = (mistake: unknown): void => {
        cancellation.remove(cancel);
        upstream?.stop();
        // It says nothing about the key, just as a client that left.
        lease.settle({ kind: 'client_left' });
        reject(mistake);
      };
      const attempt = new Attempt(
        order.call,
        order.sink,
        (result) => {
          cancellation.remove(cancel);
          upstream?.stop();
          this.#settle(order, lease, { number, startedAtMs, egressId: flight.egressId }, result.outcome);
          resolve(result);
        },
        fail,
      );
      let flight: UpstreamFlight;
      upstream?.start();
      try {
        flight = this.upstream.send(order.call, lease, attempt);
      } catch (mistake) {
        return fail(mistake);
      }
      attempt.attach(flight);
      cancellation.add(cancel);
    });
  }

  #settle(
    { requestId, call, model, isModelListed, origin, pool, pinnedTo }: AttemptOrder,
    lease: Lease,
    { number, startedAtMs, egressId }: SentAttempt,
    outcome: Outcome,
  ): void {
    lease.settle(outcome, { egressId, isModelListed });
    this.observer.attemptSettled({
      requestId,
      attempt: number,
      keyId: lease.keyId,
      model,
      outcome,
      startedAtMs,
      latencyMs: this.clock.nowMs() - startedAtMs,
      egressId,
      call,
      origin,
      pool,
      pinnedTo,
    });
  }
}

interface SentAttempt {
  readonly number: number;
  readonly startedAtMs: number;
  readonly egressId: string | undefined;
}
