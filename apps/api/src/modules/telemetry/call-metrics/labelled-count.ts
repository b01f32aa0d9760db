import { Counter, type LabelValues, type Registry } from 'prom-client';

interface Entry<Label extends string> {
  readonly labels: LabelValues<Label>;
  count: number;
}

/**
 * A counter of which one increment costs a look-up: prom-client's own sorts and joins the labels each time, which is dear on
 * the path of a request. It is told the counts when somebody looks.
 */
export class LabelledCount<Label extends string> {
  readonly #entries = new Map<string, Entry<Label>>();

  constructor(registry: Registry, name: string, help: string, labelNames: readonly Label[]) {
    const entries = this.#entries;
    new Counter({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        for (const { labels, count } of entries.values()) this.inc(labels, count);
      },
    });
  }

  /**
   * @param id tells the labels from all others
   * @param toLabels asked once for each id
   */
  add(id: string, toLabels: () => LabelValues<Label>, count = 1): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.count += count;
    else this.#entries.set(id, { labels: toLabels(), count });
  }
}
