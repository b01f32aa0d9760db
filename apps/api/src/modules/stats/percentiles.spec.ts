import fc from 'fast-check';
import { LATENCY_BOUNDS_MS, latencyBound } from '../telemetry/latency-histogram';
import { percentiles } from './percentiles';

const histogramOf = (durations: readonly number[]): Map<number, number> => {
  const histogram = new Map<number, number>();
  for (const ms of durations) histogram.set(latencyBound(ms), (histogram.get(latencyBound(ms)) ?? 0) + 1);
  return histogram;
};

it('says nothing of what was never measured', () => {
  expect(percentiles(new Map(), LATENCY_BOUNDS_MS)).toEqual({ count: 0 });
});

it('spreads calls evenly over their bucket, and never tells the last bound', () => {
  expect(percentiles(histogramOf(Array.from({ length: 100 }, () => 150)), LATENCY_BOUNDS_MS)).toEqual({
    count: 100,
    p50Ms: 150,
    p95Ms: 195,
    p99Ms: 199,
  });
  expect(percentiles(histogramOf([90_000]), LATENCY_BOUNDS_MS)).toMatchObject({ p99Ms: 60_000 });
});

it('lies in the bucket of the true percentile, and never falls', () => {
  const durations = fc.array(fc.integer({ min: 0, max: 59_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(durations, (all) => {
      const { p50Ms, p95Ms, p99Ms } = percentiles(histogramOf(all), LATENCY_BOUNDS_MS);
      const sorted = [...all].sort((one, other) => one - other);
      const median = sorted[Math.ceil(all.length / 2) - 1]!;
      expect(latencyBound(p50Ms!)).toBeLessThanOrEqual(latencyBound(median));
      expect(p50Ms!).toBeGreaterThanOrEqual(
        [0, ...LATENCY_BOUNDS_MS][LATENCY_BOUNDS_MS.indexOf(latencyBound(median) as 50)]!,
      );
      expect(p95Ms!).toBeGreaterThanOrEqual(p50Ms!);
      expect(p99Ms!).toBeGreaterThanOrEqual(p95Ms!);
    }),
  );
});
