import type { RawData, WebSocket } from 'ws';
import type { GatewayError } from '../gateway-error';
import { KeySearch, type SearchPorts } from '../gateway/dispatch/key-search';
import { faultOfOutcome, isFailed } from '../gateway/faults/final-fault';
import type { GatewayObserver, RequestOrigin } from '../gateway/observing/gateway-observer';
import type { KeyId } from '../keypool/hold';
import type { KeyPool } from '../keypool/key-pool';
import { isLease, type Lease } from '../keypool/lending/lease';
import type { Outcome } from '../outcome';
import { EarlyMessages } from './early-messages';
import { forwardMessages } from './forward-messages';
import { GOING_AWAY, type LiveClose, NORMAL, outcomeOfClose, sendableClose } from './live-close';
import type { LiveCall, LiveUpstream } from './live-upstream';
import { LiveUsage } from './live-usage';
import { watchPulse } from './watch-pulse';

const OK: Outcome = { kind: 'ok' };

/** What a session is opened for. */
export interface LiveOrder {
  readonly requestId: string;
  readonly startedAtMs: number;
  readonly origin: RequestOrigin;
  readonly call: LiveCall;
  readonly pool: KeyPool;
  /** The bare name; empty for a service that takes none. */
  readonly model: string;
  readonly isModelListed: boolean;
  /** The key that made the token which admits the session. */
  readonly pinnedTo: KeyId | undefined;
  /** The client's first message. */
  readonly setup: { readonly message: RawData; readonly isBinary: boolean };
}

/** How a session ended. */
export interface LiveEnd {
  readonly attempts: number;
  readonly keyId: KeyId | undefined;
  readonly usage: LiveUsage['total'];
  /** UTC milliseconds of upstream's first message; undefined where none came. */
  readonly firstMessageAtMs: number | undefined;
  /** Why there was no session; not yet told to the client. */
  readonly fault: GatewayError | undefined;
}

/** What a session needs of the house. */
export interface LivePorts extends SearchPorts {
  readonly upstream: LiveUpstream;
  readonly observer: GatewayObserver;
}

/** Connects a client with upstream: finds a key that upstream opens a session for, then passes on what either side says. */
export class LiveSession {
  readonly #usage = new LiveUsage();
  #firstMessageAtMs: number | undefined;

  constructor(
    private readonly client: WebSocket,
    private readonly order: LiveOrder,
    private readonly ports: LivePorts,
  ) {}

  /** Resolves when the session is over. The client is paused until upstream has answered. */
  async run(): Promise<LiveEnd> {
    const early = new EarlyMessages(this.client);
    try {
      return await this.#run(early);
    } finally {
      early.drop();
    }
  }

  async #run(early: EarlyMessages): Promise<LiveEnd> {
    const { order, ports } = this;
    const { pool, model, isModelListed, startedAtMs, pinnedTo } = order;
    const quest = { pool, scope: model || '*', model, isModelListed, startedAtMs, pinnedTo };
    const search = new KeySearch(quest, ports);
    let last: Outcome | undefined;
    for (let attempt = 1; ; attempt++) {
      let lease = search.acquire();
      if (!isLease(lease)) lease = await search.acquireVerified(lease);
      if (!isLease(lease)) return this.#end(attempt - 1, undefined, search.faultWithoutKey(lease, last));
      const outcome = await this.#attempt(lease, attempt, early);
      const isStarted = this.#firstMessageAtMs !== undefined;
      if (isStarted || !isFailed(outcome) || this.client.readyState !== this.client.OPEN)
        return this.#end(attempt, lease.keyId, undefined);
      const step = search.stepAfter(lease.keyId, outcome.kind);
      if (step.kind === 'stop') return this.#end(attempt, lease.keyId, faultOfOutcome(outcome));
      await ports.clock.sleep(step.afterMs);
      last = outcome;
    }
  }

  /** One session with one key, until it is over. */
  async #attempt(lease: Lease, attempt: number, early: EarlyMessages): Promise<Outcome> {
    const { order, ports } = this;
    const startedAtMs = ports.clock.nowMs();
    const opening = await ports.upstream.open(order.call, lease);
    const outcome = 'socket' in opening ? await this.#connected(opening.socket, early) : opening.outcome;
    const { egressId } = opening;
    lease.settle(outcome, {
      ...(egressId !== undefined && { egressId }),
      isModelListed: order.isModelListed,
    });
    ports.observer.attemptSettled({
      requestId: order.requestId,
      attempt,
      keyId: lease.keyId,
      model: order.model,
      outcome,
      startedAtMs,
      latencyMs: ports.clock.nowMs() - startedAtMs,
      egressId,
      origin: order.origin,
      pinnedTo: order.pinnedTo,
      pool: order.pool,
    });
    return outcome;
  }

  /** Passes messages on until one side closes; what upstream refuses before its first message stays with the gateway. */
  #connected(upstream: WebSocket, early: EarlyMessages): Promise<Outcome> {
    const { client, order } = this;
    return new Promise((resolve) => {
      const leave = (code: number, reason: Buffer): void =>
        closeLike(upstream, { code, reason: String(reason) });
      client.once('close', leave);
      upstream.once('message', () => {
        this.#firstMessageAtMs = this.ports.clock.nowMs();
        early.release(upstream);
        forwardMessages(client, upstream);
        client.resume();
      });
      forwardMessages(upstream, client, (message) => this.#usage.note(message));
      upstream.once('close', (code, reason) => {
        client.off('close', leave);
        const close = { code, reason: String(reason) };
        const isByUpstream = client.readyState === client.OPEN;
        const isStarted = this.#firstMessageAtMs !== undefined;
        if (isStarted && isByUpstream) closeLike(client, close);
        if (isByUpstream) resolve(isStarted && isUsualEnd(close) ? OK : outcomeOfClose(close));
        else resolve(isStarted ? OK : { kind: 'client_left' });
      });
      watchPulse(upstream);
      upstream.send(order.setup.message as Buffer, { binary: order.setup.isBinary });
      if (client.readyState !== client.OPEN) closeLike(upstream, { code: NORMAL, reason: '' });
    });
  }

  #end(attempts: number, keyId: KeyId | undefined, fault: GatewayError | undefined): LiveEnd {
    return { attempts, keyId, usage: this.#usage.total, firstMessageAtMs: this.#firstMessageAtMs, fault };
  }
}

/** Ended by agreement, or by the time that a session may last. */
function isUsualEnd({ code }: LiveClose): boolean {
  return code === NORMAL || code === GOING_AWAY || code === 1005;
}

function closeLike(socket: WebSocket, close: LiveClose): void {
  if (socket.readyState === socket.CONNECTING) socket.terminate();
  const { code, reason } = sendableClose(close);
  socket.close(code, reason);
}
