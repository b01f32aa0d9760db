/** A table of sums by time and subject, which rows are added to. */
export interface RollupTable {
  /** Holds sums by minute; its first column is `minuteMs`, the start of the minute in UTC. */
  readonly minutes: string;
  /** Holds the same by hour in `hourMs`; undefined where nobody asks for hours. */
  readonly hours: string | undefined;
  readonly subjects: readonly string[];
  readonly sums: readonly string[];
}

const TOKENS = ['inputTokens', 'cachedTokens', 'outputTokens', 'thinkingTokens'] as const;

/** Client requests by how they ended, and what they used. Small, so that the sums of a month are read in milliseconds. */
export const CALLS = {
  minutes: 'call_minutes',
  hours: undefined,
  subjects: [],
  sums: ['successes', 'failures', ...TOKENS],
} as const satisfies RollupTable;

/**
 * Client requests by their last key, with what they used. `failedAttempts` counts sends that the key or the network failed,
 * under no token; most of them were made good with another key.
 */
export const USAGE = {
  minutes: 'usage_minutes',
  hours: 'usage_hours',
  subjects: ['keyId', 'model', 'tokenId'],
  sums: ['successes', 'failures', 'failedAttempts', ...TOKENS],
} as const satisfies RollupTable;

/** Client requests by hour, model and token: the same as USAGE, without its many keys. Its minutes are hours. */
export const MODEL_USAGE = {
  minutes: 'model_usage',
  hours: undefined,
  subjects: ['model', 'tokenId'],
  sums: ['successes', 'failures', ...TOKENS],
} as const satisfies RollupTable;

/** Failed attempts by hour, key and upstream's status; 0 where the network failed. Its minutes are hours. */
export const KEY_ERRORS = {
  minutes: 'key_errors',
  hours: undefined,
  subjects: ['keyId', 'status'],
  sums: ['errors'],
} as const satisfies RollupTable;

/** How many client requests took how long, in buckets that end at `boundMs`. Not by key and token: that would be most rows of all. */
export const LATENCY = {
  minutes: 'latency_minutes',
  hours: 'latency_hours',
  subjects: ['model', 'measure', 'boundMs'],
  sums: ['calls'],
} as const satisfies RollupTable;
