/** Upper bounds of the buckets of a latency histogram, in milliseconds; the last one takes whatever is slower. */
export const LATENCY_BOUNDS_MS = [
  50, 100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 15_000, 30_000, 60_000,
  2_147_483_647,
] as const;

/** What is measured: the whole request, or the time to its first byte. */
export type Measure = 'total' | 'ttft';

/** The upper bound of the bucket that a duration falls into. */
export function latencyBound(durationMs: number): number {
  for (const boundMs of LATENCY_BOUNDS_MS) if (durationMs <= boundMs) return boundMs;
  return LATENCY_BOUNDS_MS[LATENCY_BOUNDS_MS.length - 1]!;
}
