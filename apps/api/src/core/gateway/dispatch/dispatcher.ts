import type { GatewayError } from '../../gateway-error';
import type { TokenUsage } from '../../gemini/reply/usage';
import type { KeyId } from '../../keypool/hold';
import type { KeyPool } from '../../keypool/key-pool';
import { isLease } from '../../keypool/lending/lease';
import type { AttemptResult } from '../attempts/attempt';
import type { AttemptOrder, AttemptSender } from '../attempts/attempt-sender';
import { cancelledUpstream, faultOfOutcome, isFailed } from '../faults/final-fault';
import { type KeyQuest, KeySearch, type SearchPorts } from './key-search';

/** One client request on its way to upstream. */
export interface Dispatch extends AttemptOrder {
  readonly startedAtMs: number;
  readonly pool: KeyPool;
  /** The one key that can answer, where upstream keeps something for it: no other is asked. */
  readonly pinnedTo?: KeyId | undefined;
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
    private readonly ports: SearchPorts,
  ) {}

  async dispatch(dispatch: Dispatch): Promise<DispatchResult> {
    const { cancellation } = dispatch;
    const search = new KeySearch(questOf(dispatch), this.ports);
    let last: Ended | undefined;

    for (let attempt = 1; ; attempt++) {
      let lease = search.acquire();
      if (!isLease(lease)) lease = await queued(dispatch, search.acquireVerified(lease, cancellation.signal));
      if (!isLease(lease)) {
        const fault = search.faultWithoutKey(lease, last?.result.outcome);
        return last === undefined ? { ...NOTHING_SENT, fault } : { ...ended(attempt - 1, last), fault };
      }

      dispatch.onAttempt?.(lease.keyId);
      const result = await this.sender.send(dispatch, lease, dispatch.origin?.nextAttempt?.() ?? attempt);
      last = { result, keyId: lease.keyId };

      const { kind } = result.outcome;
      if (kind === 'client_left') return left(dispatch, ended(attempt, last));
      if (kind === 'ok' || result.isOpen) return ended(attempt, last);

      const step = search.stepAfter(lease.keyId, kind);
      if (step.kind === 'stop') return this.#givenUp(attempt, last);
      if (step.afterMs > 0) await queued(dispatch, this.ports.clock.sleep(step.afterMs, cancellation.signal));
      if (cancellation.isCancelled) return { ...ended(attempt, last), fault: undefined };
    }
  }

  /** An answer that holds nothing is still what upstream says: better than an error of our own. */
  #givenUp(attempts: number, last: Ended): DispatchResult {
    if (last.result.deliverHeld === undefined) return ended(attempts, last);
    last.result.deliverHeld();
    return { ...ended(attempts, last), isOpen: true, fault: undefined };
  }
}

/** Notes the time until it is over as waited for a key. */
async function queued<Result>({ origin }: Dispatch, waiting: Promise<Result>): Promise<Result> {
  origin?.timing?.queue.start();
  try {
    return await waiting;
  } finally {
    origin?.timing?.queue.stop();
  }
}

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

function questOf({ pool, call, model, isModelListed, startedAtMs, pinnedTo }: Dispatch): KeyQuest {
  return { pool, scope: call.scope, model, isModelListed, startedAtMs, pinnedTo };
}
