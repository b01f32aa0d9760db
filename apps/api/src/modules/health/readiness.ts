/** What a gateway needs to answer clients. */
export interface ReadinessFacts {
  isDatabaseThere(): Promise<boolean>;
  /** Keys of all kinds that could be lent. */
  readyKeys(): number;
  isDraining(): boolean;
}

/** In words that tell a stranger neither how many keys there are nor what database it is. */
const PROBLEMS = {
  database: 'The database does not answer.',
  keys: 'No key is ready.',
  draining: 'The gateway is stopping.',
} as const;

/** A check that failed, by its name. */
export type ReadinessProblems = Partial<typeof PROBLEMS>;

/** Whether calls should be sent to this gateway. */
export class Readiness {
  constructor(private readonly facts: ReadinessFacts) {}

  /** The checks that fail, with a sentence each; empty for a gateway that can answer clients. */
  async problems(): Promise<ReadinessProblems> {
    const isDatabaseThere = await this.facts.isDatabaseThere();
    return {
      ...(!isDatabaseThere && { database: PROBLEMS.database }),
      ...(this.facts.readyKeys() === 0 && { keys: PROBLEMS.keys }),
      ...(this.facts.isDraining() && { draining: PROBLEMS.draining }),
    };
  }
}
