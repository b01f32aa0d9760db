import type { Clock } from '../../core/clock';
import type { PlainAlteration } from '../../core/gateway/chunks/altered-chunks';
import { ClientFrames } from '../../core/gateway/client/client-frames';
import { Relay } from '../../core/gateway/client/relay';
import type { Dispatch, Dispatcher, DispatchResult } from '../../core/gateway/dispatch/dispatcher';
import { AlteredReply } from '../../core/gateway/native/altered-reply';
import { asWholeCall, NativeStream } from '../../core/gateway/native/native-stream';
import { type ReplyWatch, WatchedReply } from '../../core/gateway/native/watched-reply';
import type { ReplySink } from '../../core/gateway/sinks/reply-sink';
import type { StreamManners } from '../../core/gateway/translation/translator';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { requireModel } from '../../http/identity/require-model';

/** What a relayed call is about, beside the call itself. */
export interface RelayedCall extends Pick<Dispatch, 'pinnedTo' | 'onAttempt'> {
  readonly call: UpstreamCall;
  readonly pool: KeyPool;
  readonly model: string;
  /** As the client named the model, where that is another name. */
  readonly askedAs?: string;
  readonly isModelListed: boolean;
  /** Where the form of the reply does not tell. */
  readonly isStream?: boolean | undefined;
  /** Told when the client has to ask the same key for the rest of its answer. */
  readonly onContinuation?: (exchange: ClientExchange, token: string, keyId: KeyId) => void;
  /** Makes of the answer what the client gets, where that is not what upstream sends. Streams of a JSON array stay as they are. */
  readonly alter?: (() => PlainAlteration) | undefined;
  /** Sees the answer before the client does. */
  readonly watch?: ReplyWatch;
}

/** How native streams reach clients, where not as they come. */
export interface NativeManners extends StreamManners {
  readonly fakesStreams: boolean;
}

/** What an alteration costs is the reading of every event. */
const AS_IT_COMES: NativeManners = { keepAliveMs: 0, fakesStreams: false };

/** Sends calls for a client and writes upstream's bytes back to it as they are. */
export class ClientCalls {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly clock: Clock,
    /** Undefined relays streams as they come. */
    private readonly manners: () => NativeManners | undefined = () => undefined,
  ) {}

  /** @throws GatewayError when there is no answer and nothing of one has reached the client. */
  async relay(exchange: ClientExchange, relayed: RelayedCall): Promise<void> {
    const { facts } = exchange;
    const { call, model, askedAs = model, watch } = relayed;
    if (model !== '') facts.model = model;
    requireModel(exchange.identity, askedAs, model);
    facts.isStream = relayed.isStream ?? (call.replyForm === 'sse' || call.replyForm === 'json-array');
    const isAnswerStream = call.replyForm === 'sse' && call.expects === 'answer';
    const manners = isAnswerStream ? (this.manners() ?? (relayed.alter && AS_IT_COMES)) : undefined;
    if (manners !== undefined) return this.#restream(exchange, relayed, manners);
    const relay = new Relay(exchange, call.replyForm, () => (facts.firstByteAtMs = this.clock.nowMs()));
    const alter = call.replyForm === 'unary' && call.expects === 'answer' ? relayed.alter : undefined;
    const passed = alter === undefined ? relay : new AlteredReply(relay, alter());
    const sink = watch === undefined ? passed : new WatchedReply(passed, watch);
    const result = await this.dispatcher.dispatch(this.#dispatchOf(exchange, relayed, sink));
    note(exchange, relayed, result);
    if (result.fault === undefined) return;
    if (!result.isOpen) throw result.fault;
    facts.errorCode = result.fault.code;
    relay.breakOff(result.fault, result.isBetweenEvents);
  }

  async #restream(exchange: ClientExchange, relayed: RelayedCall, manners: NativeManners): Promise<void> {
    const frames = new ClientFrames(
      exchange,
      {},
      this.clock,
      () => (exchange.facts.firstByteAtMs = this.clock.nowMs()),
    );
    const stream = new NativeStream(frames, manners, this.clock, exchange.clientLeft, relayed.alter?.());
    const call = manners.fakesStreams ? asWholeCall(relayed.call) : relayed.call;
    try {
      const dispatch = this.#dispatchOf(exchange, { ...relayed, call }, stream.sink);
      const result = await this.dispatcher.dispatch(dispatch);
      note(exchange, relayed, result);
      await stream.end(result.fault);
      if (result.fault !== undefined) exchange.facts.errorCode = result.fault.code;
    } finally {
      stream.stop();
    }
  }

  #dispatchOf(
    exchange: ClientExchange,
    { call, pool, model, isModelListed, pinnedTo, onAttempt }: RelayedCall,
    sink: ReplySink,
  ): Dispatch {
    return {
      requestId: exchange.requestId,
      startedAtMs: exchange.startedAtMs,
      cancellation: exchange.clientLeft,
      origin: exchange,
      sink,
      call,
      pool,
      model,
      isModelListed,
      pinnedTo,
      onAttempt,
    };
  }
}

function note(
  exchange: ClientExchange,
  { onContinuation }: RelayedCall,
  { attempts, keyId, usage, continuation }: DispatchResult,
): void {
  const { facts } = exchange;
  facts.attempts = attempts;
  facts.keyId = keyId;
  facts.usage = usage ?? facts.usage;
  if (continuation !== undefined && keyId !== undefined) onContinuation?.(exchange, continuation, keyId);
}
