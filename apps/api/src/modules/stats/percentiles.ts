import type { PercentilesDto } from '@gemini-balance/shared';

/** Calls by the upper bound of their bucket. */
export type Histogram = ReadonlyMap<number, number>;

/**
 * Estimates percentiles: within a bucket, calls are taken to be spread evenly. What is slower than the last bound but one is
 * told as that bound.
 * @param bounds all upper bounds, rising
 */
export function percentiles(histogram: Histogram, bounds: readonly number[]): PercentilesDto {
  let count = 0;
  for (const calls of histogram.values()) count += calls;
  if (count === 0) return { count };
  const at = (share: number): number => percentile(histogram, bounds, share * count);
  return { count, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

function percentile(histogram: Histogram, bounds: readonly number[], rank: number): number {
  let before = 0;
  let lower = 0;
  for (const bound of bounds) {
    const calls = histogram.get(bound) ?? 0;
    const isLast = bound === bounds[bounds.length - 1];
    if (calls > 0 && before + calls >= rank)
      return isLast ? lower : Math.round(lower + ((rank - before) / calls) * (bound - lower));
    before += calls;
    lower = bound;
  }
  return lower;
}
