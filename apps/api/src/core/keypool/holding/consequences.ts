import type { RandomFn } from '../../ids';
import type { Outcome } from '../../outcome';
import type { AttemptFacts, HoldSubject } from '../hold';
import { DURABLE_HOLD_MS, type HoldPolicy } from '../hold-policy';
import type { KeyPoolListener } from '../key-pool-listener';
import type { LiveKey } from '../keys/live-key';
import type { KeyLease } from '../lending/key-lease';
import type { SettleFacts } from '../lending/lease';
import type { PoolState } from '../pool-state';
import { failuresAfter } from './failures-after';
import { holdsFor } from './holds-for';
import type { Standing } from './standing';

/** Enters into the pool's state what the outcome of an attempt proves. */
export class Consequences {
  constructor(
    private readonly random: RandomFn,
    private readonly policy: () => HoldPolicy,
    private readonly listener: KeyPoolListener,
  ) {}

  /** The attempt succeeded: what held the key before it is over. */
  heal(
    state: PoolState,
    { key, scope, startedAtMs }: KeyLease,
    { egressId }: SettleFacts,
    nowMs: number,
  ): void {
    state.trouble.succeeded(scope);
    state.caution.accepted(key, startedAtMs, nowMs);
    state.book.heal(key, scope, egressId, startedAtMs, nowMs, this.#onLifted);
    if (key.failures > 0 && startedAtMs > key.failedAtMs) this.setFailures(key, 0);
  }

  /** The attempt failed: whose fault it was rests, and only that. */
  charge(state: PoolState, lease: KeyLease, outcome: Failed, extra: SettleFacts, nowMs: number): void {
    const { key, scope, startedAtMs } = lease;
    this.#learnProject(state, key, outcome, nowMs);
    const facts: AttemptFacts = {
      keyId: key.id,
      project: key.project,
      scope,
      egressId: extra.egressId,
      startedAtMs,
      nowMs,
      isModelListed: extra.isModelListed ?? false,
    };
    const standing = standingOf(state, key, outcome, facts);
    const holds = holdsFor(outcome, { facts, standing, policy: this.policy(), random: this.random });
    for (const hold of holds) {
      if (state.book.put(hold, nowMs) && hold.untilMs - nowMs >= DURABLE_HOLD_MS) this.listener.held(hold);
    }
    const failures = failuresAfter(outcome.kind, { facts, standing });
    if (failures > key.failures) key.failedAtMs = nowMs;
    this.setFailures(key, failures);
    state.caution.failed(key, outcome.kind, state.keys, nowMs);
  }

  setFailures(key: LiveKey, failures: number): void {
    if (key.failures === failures) return;
    key.failures = failures;
    this.listener.failuresChanged(key.id, failures);
  }

  #learnProject(state: PoolState, key: LiveKey, outcome: Failed, nowMs: number): void {
    const named = 'error' in outcome ? outcome.error.project : undefined;
    if (named === undefined || key.project !== undefined) return;
    const project = named.replace(/^projects\//, '');
    state.setProject(key, project, nowMs);
    this.listener.projectLearnt(key.id, project);
  }

  readonly #onLifted = (subject: HoldSubject, scope: string): void => this.listener.released(subject, scope);
}

/** Any outcome but success. */
export type Failed = Exclude<Outcome, { kind: 'ok' }>;

function standingOf(
  { book, trouble }: PoolState,
  key: LiveKey,
  { kind }: Failed,
  facts: AttemptFacts,
): Standing {
  const { scope, nowMs } = facts;
  const isCapacity = kind === 'capacity_exhausted' && scope !== '*';
  return {
    prior: (subject, scope) => book.prior(subject, scope),
    failures: key.failures,
    failedAtMs: key.failedAtMs,
    overloadsInARow: kind === 'overloaded' && scope !== '*' ? trouble.overloaded(scope, nowMs) : 0,
    isCapacityShared: isCapacity && trouble.capacityExhausted(scope, key.project ?? `key ${key.id}`, nowMs),
  };
}
