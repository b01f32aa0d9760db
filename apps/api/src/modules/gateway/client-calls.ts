import type { Clock } from '../../core/clock';
import type { Dispatch, Dispatcher, DispatchResult } from '../../core/gateway/dispatcher';
import { Relay } from '../../core/gateway/relay';
import { type ReplyWatch, WatchedReply } from '../../core/gateway/watched-reply';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { ClientExchange } from '../../http/client-exchange';
import { requireModel } from '../../http/require-model';

/** What a relayed call is about, beside the call itself. */
export interface RelayedCall extends Pick<Dispatch, 'pinnedTo' | 'onAttempt'> {
  readonly call: UpstreamCall;
  readonly pool: KeyPool;
  readonly model: string;
  readonly isModelListed: boolean;
  /** Sees the answer before the client does. */
  readonly watch?: ReplyWatch;
}

/** Sends calls for a client and writes upstream's bytes back to it as they are. */
export class ClientCalls {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly clock: Clock,
  ) {}

  /** @throws GatewayError when there is no answer and nothing of one has reached the client. */
  async relay(exchange: ClientExchange, relayed: RelayedCall): Promise<void> {
    const { facts } = exchange;
    const { call, model, watch } = relayed;
    facts.model = model;
    requireModel(exchange.identity, model);
    facts.isStream = call.replyForm === 'sse' || call.replyForm === 'json-array';
    const relay = new Relay(exchange, call.replyForm, () => (facts.firstByteAtMs = this.clock.nowMs()));
    const result = await this.dispatcher.dispatch({
      requestId: exchange.requestId,
      startedAtMs: exchange.startedAtMs,
      cancellation: exchange.clientLeft,
      origin: exchange,
      sink: watch === undefined ? relay : new WatchedReply(relay, watch),
      call,
      pool: relayed.pool,
      model,
      isModelListed: relayed.isModelListed,
      pinnedTo: relayed.pinnedTo,
      onAttempt: relayed.onAttempt,
    });
    note(exchange, result);
    if (result.fault === undefined) return;
    if (!result.isOpen) throw result.fault;
    facts.errorCode = result.fault.code;
    relay.breakOff(result.fault, result.isBetweenEvents);
  }
}

function note({ facts }: ClientExchange, { attempts, keyId, usage }: DispatchResult): void {
  facts.attempts = attempts;
  facts.keyId = keyId;
  facts.usage = usage;
}
