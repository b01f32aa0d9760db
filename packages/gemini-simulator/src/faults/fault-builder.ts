import type { Fault } from './fault';
import type { FaultCondition, FaultRules } from './fault-rules';

/** `sim.on({ key }).once().fail('429-per-minute')`: a rule, said in a sentence. */
export class FaultBuilder {
  readonly #rules: FaultRules;
  readonly #when: FaultCondition;
  readonly #times: number | undefined;

  constructor(rules: FaultRules, when: FaultCondition, times?: number) {
    this.#rules = rules;
    this.#when = when;
    this.#times = times;
  }

  /** Acts on the next matching request only. */
  once(): FaultBuilder {
    return this.times(1);
  }

  /** Acts on the next `count` matching requests. */
  times(count: number): FaultBuilder {
    return new FaultBuilder(this.#rules, this.#when, count);
  }

  /** Answers with that error fixture. Returns a function that takes the rule back. */
  fail(fixture: string): () => void {
    return this.do({ kind: 'error', fixture });
  }

  /** Adds one rule for each fault; together they act on the same requests. Returns a function that takes them back. */
  do(...faults: readonly Fault[]): () => void {
    const undo = faults.map((fault) => this.#rules.add({ when: this.#when, times: this.#times, do: fault }));
    return () => undo.forEach((takeBack) => takeBack());
  }
}
