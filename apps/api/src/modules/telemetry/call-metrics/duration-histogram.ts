import type { Metric, MetricObjectWithValues, MetricValueWithName, Registry } from 'prom-client';
import { LATENCY_BOUNDS_MS } from '../latency-histogram';

/** The same as those of the stored histograms; the last of those takes whatever is slower, which Prometheus calls `+Inf`. */
const BOUNDS_MS = LATENCY_BOUNDS_MS.slice(0, -1);

type Told = Omit<MetricObjectWithValues<MetricValueWithName<'protocol' | 'le'>>, 'type' | 'collect'>;

/** Durations of calls, by protocol. It sorts them itself, because prom-client's own way is dear on the path of a request. */
export class DurationHistogram {
  readonly #durations = new Map<string, Durations>();

  constructor(
    registry: Registry,
    readonly name: string,
    private readonly help: string,
  ) {
    // A registry asks what it holds for name and values alone; its types want one of prom-client's own classes.
    registry.registerMetric(this as unknown as Metric);
  }

  add(protocol: string, durationMs: number): void {
    let durations = this.#durations.get(protocol);
    if (durations === undefined) this.#durations.set(protocol, (durations = new Durations()));
    durations.add(durationMs);
  }

  /** Called by the registry. */
  get(): Promise<Told & { readonly type: 'histogram' }> {
    const { name, help } = this;
    const values = [...this.#durations].flatMap(([protocol, durations]) => [
      ...durations
        .upTo()
        .map(([le, value]) => ({ labels: { le, protocol }, value, metricName: `${name}_bucket` })),
      { labels: { protocol }, value: durations.sumMs / 1000, metricName: `${name}_sum` },
      { labels: { protocol }, value: durations.count, metricName: `${name}_count` },
    ]);
    return Promise.resolve({ name, help, type: 'histogram', aggregator: 'sum', values });
  }
}

class Durations {
  sumMs = 0;
  count = 0;
  /** One for each bound, and one for what is slower. */
  readonly #counts = new Float64Array(BOUNDS_MS.length + 1);

  add(durationMs: number): void {
    let at = 0;
    while (at < BOUNDS_MS.length && durationMs > BOUNDS_MS[at]!) at++;
    this.#counts[at]! += 1;
    this.sumMs += durationMs;
    this.count += 1;
  }

  /** How many took no longer than each bound, in seconds. */
  upTo(): [le: number | string, count: number][] {
    let count = 0;
    return Array.from(this.#counts, (ofBucket, at) => {
      count += ofBucket;
      return [at < BOUNDS_MS.length ? BOUNDS_MS[at]! / 1000 : '+Inf', count];
    });
  }
}
