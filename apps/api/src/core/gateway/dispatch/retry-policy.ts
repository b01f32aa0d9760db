import type { RandomFn } from '../../ids';
import type { OutcomeKind } from '../../outcome';

/** The search for a good key ends here, counted from the request; an attempt under way is not cut. */
export const SEARCH_BUDGET_MS = 30_000;

/** What bounds the attempts of one request. */
export interface RetryPolicy {
  /** Further attempts after upstream and network faults (`MAX_RETRIES`); 0 means one attempt. */
  readonly maxRetries: number;
}

/** What has happened to a request so far, the attempt that just failed included. */
export interface RetryHistory {
  /** Milliseconds since the request came in. */
  readonly elapsedMs: number;
  /** Failed attempts that were not a key's own fault. */
  readonly spentAttempts: number;
  /** Failed attempts that ended as the last one did. */
  readonly sameKind: number;
  /** Whether upstream lists the model: only then may another key know it. */
  readonly isModelListed: boolean;
}

export type RetryStep = { readonly kind: 'stop' } | { readonly kind: 'again'; readonly afterMs: number };

/**
 * Decides what follows a failed attempt of which nothing has reached the client.
 * The rows in the table are those of the classification table in docs/protocol-notes.md.
 */
export function nextStep(
  failed: OutcomeKind,
  history: RetryHistory,
  policy: RetryPolicy,
  random: RandomFn,
): RetryStep {
  const rule = failed === 'model_not_found' && !history.isModelListed ? once : RULES[failed];
  const hasBudget = rule.isKeyFault || history.spentAttempts <= policy.maxRetries;
  if (history.elapsedMs >= SEARCH_BUDGET_MS || !hasBudget || history.sameKind >= rule.mostAttempts)
    return { kind: 'stop' };
  const waitMs = rule.waitsMs[Math.min(history.sameKind, rule.waitsMs.length) - 1] ?? 0;
  return { kind: 'again', afterMs: jittered(waitMs, random) };
}

/** A key's own fault proves nothing about the next key, so it spends none of `MAX_RETRIES`. */
export function isKeyFault(kind: OutcomeKind): boolean {
  return RULES[kind].isKeyFault;
}

interface RetryRule {
  readonly isKeyFault: boolean;
  /** Attempts that may end so before the request gives up. */
  readonly mostAttempts: number;
  /** Waits before the second, third, … attempt; the last one repeats. */
  readonly waitsMs: readonly number[];
}

const anotherKey: RetryRule = { isKeyFault: true, mostAttempts: Infinity, waitsMs: [] };
const upTo = (mostAttempts: number, waitsMs: readonly number[] = []): RetryRule => ({
  isKeyFault: false,
  mostAttempts,
  waitsMs,
});

const once = upTo(1);

const RULES: Record<OutcomeKind, RetryRule> = {
  ok: once,
  client_left: once,
  invalid_key: anotherKey,
  unauthenticated_key: anotherKey,
  double_credentials: once,
  leaked_key: anotherKey,
  project_suspended: anotherKey,
  misconfigured_key: anotherKey,
  resource_denied: once,
  location_unsupported: upTo(3),
  tier_unsupported: upTo(Infinity),
  invalid_request: once,
  signature_rejected: once,
  model_not_found: upTo(2),
  model_closed: anotherKey,
  rate_limited: anotherKey,
  quota_exhausted: anotherKey,
  input_tokens_limited: anotherKey,
  not_entitled: anotherKey,
  project_quota_zero: anotherKey,
  credits_depleted: anotherKey,
  spend_limited: anotherKey,
  capacity_exhausted: upTo(3),
  upstream_failed: upTo(2),
  overloaded: upTo(4, [1_000, 2_000, 4_000]),
  deadline_exceeded: upTo(2),
  network_failed: upTo(Infinity, [0, 200, 400, 800, 1_600]),
  empty_reply: upTo(2),
  truncated: upTo(Infinity, [0, 200, 400, 800, 1_600]),
};

/** Spreads a wait by a quarter to either side, so that requests that failed together do not come back together. */
function jittered(ms: number, random: RandomFn): number {
  return Math.round(ms * (0.75 + random() / 2));
}
