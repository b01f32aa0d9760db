const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What the operator decides about holds: `MAX_FAILURES`, `KEY_COOLDOWN_SECONDS`, `KEY_COOLDOWN_MAX_SECONDS`. */
export interface HoldPolicy {
  /** Failures in a row after which a key is invalid. */
  readonly maxFailures: number;
  /** The first rest after a rate limit that names no delay. It doubles with each strike. */
  readonly cooldownMs: number;
  readonly cooldownMaxMs: number;
}

export const DEFAULT_HOLD_POLICY: HoldPolicy = {
  maxFailures: 3,
  cooldownMs: MINUTE_MS,
  cooldownMaxMs: HOUR_MS,
};

/** A rest that doubles with each strike, from the first to the longest. Milliseconds. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How long each fault rests its subject: the fourth column of the classification table in docs/protocol-notes.md. */
export const REST = {
  /** Rows 2, 6 and 19: what somebody has to mend in Google's console. */
  fault: { firstMs: HOUR_MS, longestMs: 24 * HOUR_MS },
  /** Rows 9, 12, 13, 17 and 18: what the key may not do at all. */
  unsupportedMs: 24 * HOUR_MS,
  /** Row 14: bounds of the delay that upstream asks for. */
  retryAfter: { leastMs: SECOND_MS, mostMs: 90 * SECOND_MS },
  /** Row 15: spreads the keys that return at midnight. */
  midnightJitterMs: 2 * MINUTE_MS,
  /** Row 16. */
  inputTokensMs: MINUTE_MS,
  /** Row 20. */
  spendMs: 10 * MINUTE_MS,
  /** Row 21: shared capacity, seen by one key, or by the model when several keys see it. */
  capacity: { firstMs: 5 * SECOND_MS, longestMs: MINUTE_MS },
  /** Row 24: a model that nobody can reach. */
  overload: { firstMs: 5 * SECOND_MS, longestMs: 30 * SECOND_MS },
  /** Rows 8 and 26: an egress proxy in the wrong country, or dead. */
  egressLocationMs: HOUR_MS,
  egressFault: { firstMs: MINUTE_MS, longestMs: HOUR_MS },
} as const;

/** Two keys that see exhausted capacity within this time blame the model. */
export const CAPACITY_WINDOW_MS = 5 * SECOND_MS;

/** Overloads in a row that rest a model: more than the retries of a single client request. */
export const OVERLOADS_BEFORE_REST = 6;

/** Overloads further apart than this are not in a row. */
export const OVERLOAD_WINDOW_MS = MINUTE_MS;

/** Shorter holds are not worth a write to the database. */
export const DURABLE_HOLD_MS = 5 * SECOND_MS;

/** The least time for which strikes are remembered after a hold has ended; longer holds are remembered twice their length. */
export const STRIKE_MEMORY_MS = 10 * MINUTE_MS;
