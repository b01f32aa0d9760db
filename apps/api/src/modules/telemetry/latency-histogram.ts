/** Upper bounds of the buckets of a latency histogram, in milliseconds; the last bucket takes what is slower. Stored: never changes. */
export const LATENCY_BOUNDS_MS = [
  50, 100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000, 60_000,
] as const;

/** How many buckets a histogram has. */
export const LATENCY_BUCKETS = LATENCY_BOUNDS_MS.length + 1;

/** The bucket that a duration falls into, from 0. */
export function latencyBucket(durationMs: number): number {
  let bucket = 0;
  while (bucket < LATENCY_BOUNDS_MS.length && durationMs > LATENCY_BOUNDS_MS[bucket]!) bucket += 1;
  return bucket;
}
