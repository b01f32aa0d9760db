import type { Clock } from '../../clock';
import type { GatewayError } from '../../gateway-error';
import type { RandomFn } from '../../ids';
import type { KeyId } from '../../keypool/hold';
import type { KeyPool } from '../../keypool/key-pool';
import { isLease, type Lease, type NoneReady } from '../../keypool/lending/lease';
import type { Outcome, OutcomeKind } from '../../outcome';
import { faultOfNoneReady, faultOfOutcome, isFailed } from '../faults/final-fault';
import { faultOfPinnedKey } from '../faults/pinned-fault';
import { isKeyFault, nextStep, type RetryPolicy, type RetryStep, SEARCH_BUDGET_MS } from './retry-policy';

/** How often a request looks for a key that was verified meanwhile. */
const VERIFICATION_LOOK_MS = 25;
const NO_KEYS: ReadonlySet<KeyId> = new Set();

/** What a key is looked for. */
export interface KeyQuest {
  readonly pool: KeyPool;
  /** What keys rest for: a model, or `*`. */
  readonly scope: string;
  /** The model as the client is told of it; empty where the call has none. */
  readonly model: string;
  readonly isModelListed: boolean;
  /** UTC milliseconds of the client's request. */
  readonly startedAtMs: number;
  /** The one key that can answer, where upstream keeps something for it: no other is asked. */
  readonly pinnedTo?: KeyId | undefined;
}

/** What a search needs of the house. */
export interface SearchPorts {
  readonly clock: Clock;
  readonly random: RandomFn;
  readonly policy: () => RetryPolicy;
}

/** The search of one client request for a key that answers, with what its attempts have taught. */
export class KeySearch {
  #tried: Set<KeyId> | undefined;
  #kinds: Map<OutcomeKind, number> | undefined;
  #spentAttempts = 0;

  constructor(
    private readonly quest: KeyQuest,
    private readonly ports: SearchPorts,
  ) {}

  /** The next ready key. One that was tried is asked again only when no other is ready. */
  acquire(): Lease | NoneReady {
    const { pool, scope, pinnedTo } = this.quest;
    if (pinnedTo !== undefined) return pool.acquireById(pinnedTo, scope);
    const fresh = pool.acquire(scope, this.#tried ?? NO_KEYS);
    return isLease(fresh) || this.#tried === undefined ? fresh : pool.acquire(scope);
  }

  /**
   * The next ready key, after `none` was. Keys are verified in moments; a request that waits for one never tries a
   * dead one.
   */
  async acquireVerified(none: NoneReady, signal?: AbortSignal): Promise<Lease | NoneReady> {
    const { clock } = this.ports;
    let found: Lease | NoneReady = none;
    while (
      !isLease(found) &&
      found.reason === 'being_verified' &&
      signal?.aborted !== true &&
      clock.nowMs() - this.quest.startedAtMs < SEARCH_BUDGET_MS
    ) {
      await clock.sleep(VERIFICATION_LOOK_MS, signal);
      found = this.acquire();
    }
    return found;
  }

  /** What follows an attempt that ended so and of which nothing has reached the client. */
  stepAfter(keyId: KeyId, kind: OutcomeKind): RetryStep {
    this.#tried = (this.#tried ?? new Set()).add(keyId);
    this.#kinds ??= new Map();
    const sameKind = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, sameKind);
    if (!isKeyFault(kind)) this.#spentAttempts += 1;
    const { clock, policy, random } = this.ports;
    const { startedAtMs, isModelListed } = this.quest;
    const elapsedMs = clock.nowMs() - startedAtMs;
    const history = { spentAttempts: this.#spentAttempts, sameKind, elapsedMs, isModelListed };
    return nextStep(kind, history, policy(), random);
  }

  /**
   * What the client is told when no key is left. A fault that was not a key's own explains more than the keys that rest.
   * @param last how the last attempt ended, if there was one
   */
  faultWithoutKey(none: NoneReady, last: Outcome | undefined): GatewayError {
    const { pinnedTo, model, scope } = this.quest;
    const whyNone = pinnedTo === undefined ? faultOfNoneReady : faultOfPinnedKey;
    const nowMs = this.ports.clock.nowMs();
    const about = model === '' ? scope : model;
    if (last === undefined || !isFailed(last)) return whyNone(none, about, nowMs);
    return isKeyFault(last.kind)
      ? whyNone(none, about, nowMs, last.error)
      : faultOfOutcome(last, none.nextAtMs && none.nextAtMs - nowMs);
  }
}
