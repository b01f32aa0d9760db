import type { Clock } from '../clock';
import type { GatewayError } from '../gateway-error';
import type { TokenUsage } from '../gemini/usage';
import type { RandomFn } from '../ids';
import type { KeyId } from '../keypool/hold';
import type { KeyPool } from '../keypool/key-pool';
import { isLease, type Lease, type NoneReady } from '../keypool/lease';
import type { AttemptResult } from './attempt';
import type { AttemptOrder, AttemptSender } from './attempt-sender';
import { FailedAttempts } from './failed-attempts';
import { cancelledUpstream, faultOfNoneReady, faultOfOutcome, isFailed } from './final-fault';
import { faultOfPinnedKey } from './pinned-fault';
import { isKeyFault, nextStep, type RetryPolicy, SEARCH_BUDGET_MS } from './retry-policy';

/** How often a request looks for a key that was verified meanwhile. */
const VERIFICATION_LOOK_MS = 25;

/** One client request on its way to upstream. */
export interface Dispatch extends AttemptOrder {
  readonly startedAtMs: number;
  readonly pool: KeyPool;
  /** The one key that can answer, where upstream keeps something for it: no other is asked. */
  readonly pinnedTo?: KeyId | undefined;
  /** Attempts that were made for the same client request before; the next one counts on. */
  readonly priorAttempts?: number;
  /** Told which key is about to be asked. */
  readonly onAttempt?: ((keyId: KeyId) => void) | undefined;
}

/** How a dispatch ended. A fault was not yet told to the client; `isOpen` says whether its answer has begun. */
export interface DispatchResult {
  readonly attempts: number;
  readonly keyId: KeyId | undefined;
  readonly usage: TokenUsage | undefined;
  /** The token by which this key goes on with the reply, where upstream has broken it off. */
  readonly continuation: string | undefined;
  readonly isOpen: boolean;
  readonly isBetweenEvents: boolean;
  readonly fault: GatewayError | undefined;
}

/** Finds a key that answers: one attempt after another until content has reached the client or nothing is left to try. */
export class Dispatcher {
  constructor(
    private readonly sender: AttemptSender,
    private readonly clock: Clock,
    private readonly random: RandomFn,
    private readonly policy: () => RetryPolicy,
  ) {}

  async dispatch(dispatch: Dispatch): Promise<DispatchResult> {
    let failures: FailedAttempts | undefined;
    let last: Ended | undefined;

    for (let attempt = 1; ; attempt++) {
      let lease = acquire(dispatch, failures?.keys ?? NO_KEYS);
      while (this.#isWorthWaiting(lease, dispatch)) {
        await this.clock.sleep(VERIFICATION_LOOK_MS, dispatch.cancellation.signal);
        lease = acquire(dispatch, failures?.keys ?? NO_KEYS);
      }
      if (!isLease(lease)) return this.#withoutKey(dispatch, lease, attempt - 1, last);

      dispatch.onAttempt?.(lease.keyId);
      const result = await this.sender.send(dispatch, lease, attempt + (dispatch.priorAttempts ?? 0));
      last = { result, keyId: lease.keyId };

      const { kind } = result.outcome;
      if (kind === 'client_left') return left(dispatch, ended(attempt, last));
      if (kind === 'ok' || result.isOpen) return ended(attempt, last);

      failures ??= new FailedAttempts();
      const elapsedMs = this.clock.nowMs() - dispatch.startedAtMs;
      const history = {
        ...failures.add(lease.keyId, kind),
        elapsedMs,
        isModelListed: dispatch.isModelListed,
      };
      const step = nextStep(kind, history, this.policy(), this.random);
      if (step.kind === 'stop') return this.#givenUp(attempt, last);
      if (step.afterMs > 0) await this.clock.sleep(step.afterMs, dispatch.cancellation.signal);
      if (dispatch.cancellation.isCancelled) return { ...ended(attempt, last), fault: undefined };
    }
  }

  /** Keys are verified in moments; a request that waits for one never tries a dead one. */
  #isWorthWaiting(lease: Lease | NoneReady, { startedAtMs, cancellation }: Dispatch): boolean {
    return (
      !isLease(lease) &&
      lease.reason === 'being_verified' &&
      !cancellation.isCancelled &&
      this.clock.nowMs() - startedAtMs < SEARCH_BUDGET_MS
    );
  }

  /** No key is left. A fault that was not a key's own explains more than the keys that rest. */
  #withoutKey(
    { model, call, pinnedTo }: Dispatch,
    none: NoneReady,
    attempts: number,
    last: Ended | undefined,
  ): DispatchResult {
    const outcome = last?.result.outcome;
    const whyNone = pinnedTo === undefined ? faultOfNoneReady : faultOfPinnedKey;
    const about = model === '' ? call.scope : model;
    if (last === undefined || outcome === undefined || !isFailed(outcome)) {
      return { ...NOTHING_SENT, fault: whyNone(none, about, this.clock.nowMs()) };
    }
    const nowMs = this.clock.nowMs();
    const fault = isKeyFault(outcome.kind)
      ? whyNone(none, about, nowMs, outcome.error)
      : faultOfOutcome(outcome, none.nextAtMs && none.nextAtMs - nowMs);
    return { ...ended(attempts, last), fault };
  }

  /** An answer that holds nothing is still what upstream says: better than an error of our own. */
  #givenUp(attempts: number, last: Ended): DispatchResult {
    if (last.result.deliverHeld === undefined) return ended(attempts, last);
    last.result.deliverHeld();
    return { ...ended(attempts, last), isOpen: true, fault: undefined };
  }
}

const NO_KEYS: ReadonlySet<KeyId> = new Set();

interface Ended {
  readonly result: AttemptResult;
  readonly keyId: KeyId;
}

const NOTHING_SENT = {
  attempts: 0,
  keyId: undefined,
  usage: undefined,
  continuation: undefined,
  isOpen: false,
  isBetweenEvents: false,
} as const;

function ended(attempts: number, { result, keyId }: Ended): DispatchResult {
  const { outcome, usage, continuation, isOpen, isBetweenEvents } = result;
  return {
    attempts,
    keyId,
    usage,
    continuation,
    isOpen,
    isBetweenEvents,
    fault: isFailed(outcome) ? faultOfOutcome(outcome) : undefined,
  };
}

/** Upstream may take a call for cancelled whose client is still there: that one waits for an answer. */
function left({ cancellation }: Dispatch, result: DispatchResult): DispatchResult {
  return cancellation.isCancelled ? result : { ...result, fault: cancelledUpstream() };
}

/** A key that was tried is asked again only when no other one is ready. */
function acquire({ pool, call, pinnedTo }: Dispatch, tried: ReadonlySet<KeyId>): Lease | NoneReady {
  if (pinnedTo !== undefined) return pool.acquireById(pinnedTo, call.scope);
  const fresh = pool.acquire(call.scope, tried);
  return isLease(fresh) || tried.size === 0 ? fresh : pool.acquire(call.scope);
}
