import { LATENCY_BUCKETS } from './latency-histogram';

/** What a row of usage is about; the first is `minuteMs` or `hourMs`, its start in UTC. */
export const USAGE_SUBJECTS = ['keyId', 'model', 'tokenId'] as const;

/**
 * What is added up in a row. Client requests: `successes`, `failures`, the tokens and the histograms.
 * Sends with the key: `attempts`, of which `failedAttempts` were refused or lost.
 */
export const USAGE_SUMS: readonly string[] = [
  'successes',
  'failures',
  'attempts',
  'failedAttempts',
  'inputTokens',
  'cachedTokens',
  'outputTokens',
  'thinkingTokens',
  ...buckets('latency'),
  ...buckets('ttft'),
];

/** Where a sum stands in {@link USAGE_SUMS}. */
export const SUM_AT = {
  successes: 0,
  failures: 1,
  attempts: 2,
  failedAttempts: 3,
  inputTokens: 4,
  cachedTokens: 5,
  outputTokens: 6,
  thinkingTokens: 7,
  latency0: 8,
  ttft0: 8 + LATENCY_BUCKETS,
} as const;

function buckets(name: string): string[] {
  return Array.from({ length: LATENCY_BUCKETS }, (_, bucket) => `${name}${bucket}`);
}
