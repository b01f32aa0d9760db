import type { Scope } from '../../gemini/upstream-call';

/** For each group that has a limit, the models its keys are used for; a `*` at the end of a name stands for any ending. */
export type ModelsByGroup = ReadonlyMap<string, readonly string[]>;

/** Clients name models freely; what was found out about one is forgotten when there are too many. */
const MOST_SCOPES = 1_000;

/** Which groups of keys may not be used for a model. */
export class GroupLimits {
  readonly #barred = new Map<Scope, ReadonlySet<string>>();

  constructor(private readonly models: ModelsByGroup = new Map()) {}

  get isEmpty(): boolean {
    return this.models.size === 0;
  }

  /** The groups whose keys may not be used for the scope. Calls that are about no model are open to all. */
  barredFrom(scope: Scope): ReadonlySet<string> {
    const known = this.#barred.get(scope);
    if (known !== undefined) return known;
    if (this.#barred.size >= MOST_SCOPES) this.#barred.clear();
    const barred = new Set<string>();
    if (scope !== '*')
      for (const [group, names] of this.models)
        if (!names.some((name) => matches(name, scope))) barred.add(group);
    this.#barred.set(scope, barred);
    return barred;
  }
}

function matches(name: string, scope: Scope): boolean {
  return name.endsWith('*') ? scope.startsWith(name.slice(0, -1)) : scope === name;
}

/** The same text for equal sets of groups. */
export function signatureOf(groups: ReadonlySet<string>): string {
  return JSON.stringify([...groups].sort());
}
