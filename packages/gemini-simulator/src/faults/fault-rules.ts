import { seededRandom, type RandomFn } from '../seed/seeded-random';
import type { Fault } from './fault';
import { checkFault } from './check-fault';

/** What is known of a request before its body. */
export interface RequestFacts {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly key?: string;
  readonly project?: string;
  readonly model?: string;
  /** `generateContent`, `streamGenerateContent`, … */
  readonly action?: string;
}

/** Conditions; all that are given must hold. */
export interface FaultCondition {
  readonly method?: string;
  /** A part of the path, or a pattern. */
  readonly path?: string | RegExp;
  readonly key?: string;
  readonly project?: string;
  readonly model?: string;
  readonly action?: string;
  /** Only the nth request (from 1) of those that meet the conditions above. */
  readonly nth?: number;
  /** From 0 to 1; drawn with the simulator's seed. */
  readonly chance?: number;
}

export interface FaultRule {
  /** Absent: every request. */
  readonly when?: FaultCondition;
  /** How often the rule acts before it is spent. Default: for ever. */
  readonly times?: number;
  readonly do: Fault;
}

interface LiveRule {
  readonly rule: FaultRule;
  readonly random: RandomFn;
  met: number;
  acted: number;
}

/** The rules of one simulator. Several may act on one request; of two of the same kind the older one counts. */
export class FaultRules {
  readonly #seed: number;
  #added = 0;
  #rules: LiveRule[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Returns a function that takes the rule back. Throws for a fixture that is unknown or does not fit. */
  add(rule: FaultRule): () => void {
    checkFault(rule.do);
    const live: LiveRule = {
      rule,
      random: seededRandom(this.#seed, 'fault', this.#added++),
      met: 0,
      acted: 0,
    };
    this.#rules.push(live);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== live);
    };
  }

  clear(): void {
    this.#rules = [];
  }

  /** The faults of this request; each rule that acts is counted. */
  take(facts: RequestFacts): readonly Fault[] {
    const acting = this.#rules.filter((live) => acts(live, facts));
    for (const live of acting) live.acted += 1;
    return acting.map((live) => live.rule.do);
  }
}

function acts(live: LiveRule, facts: RequestFacts): boolean {
  const { when = {}, times = Infinity } = live.rule;
  if (live.acted >= times || !meets(when, facts)) return false;
  live.met += 1;
  if (when.nth !== undefined && live.met !== when.nth) return false;
  return when.chance === undefined || live.random() < when.chance;
}

function meets(when: FaultCondition, facts: RequestFacts): boolean {
  const isPath =
    when.path === undefined ||
    (typeof when.path === 'string' ? facts.path.includes(when.path) : when.path.test(facts.path));
  const named = ['method', 'key', 'project', 'model', 'action'] as const;
  return isPath && named.every((name) => when[name] === undefined || when[name] === facts[name]);
}
