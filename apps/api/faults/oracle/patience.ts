/** `MAX_RETRIES` of the gateways under test: the default. */
const MAX_RETRIES = 3;
const SEARCH_MS = 30_000;

/** How many attempts may end so before a client is told, by the table in docs/protocol-notes.md; more are allowed. */
const LEAST_ATTEMPTS: Readonly<Record<string, number>> = {
  // The request's own fault, or nobody's.
  ...{ double_credentials: 1, resource_denied: 1, invalid_request: 1, signature_rejected: 1 },
  ...{ model_not_found: 1, client_left: 1 },
  // Upstream's: another key seldom helps. Capacity that two keys miss is the model's.
  ...{ upstream_failed: 2, deadline_exceeded: 2, empty_reply: 2, capacity_exhausted: 2, overloaded: 3 },
  ...{ location_unsupported: 3, tier_unsupported: MAX_RETRIES + 1 },
  ...{ network_failed: MAX_RETRIES + 1, truncated: MAX_RETRIES + 1 },
};

/** Outcomes that cost one call and no more; a refused signature is mended once. */
const MOST_ATTEMPTS: Readonly<Record<string, number>> = {
  ...{ double_credentials: 1, resource_denied: 1, invalid_request: 1, signature_rejected: 2, client_left: 1 },
};

/** A fault of the key itself says nothing about the next key. */
export function isKeysOwn(outcome: string): boolean {
  return !(outcome in LEAST_ATTEMPTS);
}

/** Whether a client may be told of a failure after these outcomes, though keys are ready. */
export function mayGiveUp(outcomes: readonly string[], elapsedMs: number): boolean {
  const last = outcomes.at(-1);
  if (elapsedMs >= SEARCH_MS) return true;
  if (last === undefined || isKeysOwn(last)) return false;
  const spent = outcomes.filter((outcome) => !isKeysOwn(outcome)).length;
  const alike = outcomes.filter((outcome) => outcome === last).length;
  return spent > MAX_RETRIES || alike >= LEAST_ATTEMPTS[last]!;
}

/** Whether the search went on where one answer had said all. */
export function wentTooFar(outcomes: readonly string[]): boolean {
  return outcomes
    .slice(0, -1)
    .some(
      (outcome, n) =>
        (MOST_ATTEMPTS[outcome] ?? Infinity) <= outcomes.slice(0, n + 1).filter((o) => o === outcome).length,
    );
}
