import { answerFacts } from './answer-facts.js';
import type { Fact } from './fact.js';
import { GeminiApi, UnreachableError } from './gemini-api.js';
import { refusalFacts } from './refusal-facts.js';
import { streamFacts } from './stream-facts.js';

/** The statements of docs/protocol-notes.md that are looked at, in its order. */
export const facts: readonly Fact[] = [...answerFacts, ...streamFacts, ...refusalFacts];

export interface Finding {
  readonly statement: string;
  /** Undefined where the statement holds. */
  readonly difference: string | undefined;
}

/**
 * Compares each statement with the API at `baseUrl`. A reply that cannot be read is a difference.
 * @throws UnreachableError when the API does not reply at all
 */
export async function* compareFacts(baseUrl: string, key: string, model: string): AsyncGenerator<Finding> {
  const api = new GeminiApi(baseUrl, key);
  for (const fact of facts) {
    const difference = await fact.difference(api, model).catch((error: unknown) => {
      if (error instanceof UnreachableError) throw error;
      return String(error);
    });
    yield { statement: fact.statement, difference: difference?.replaceAll(key, '[secret]') };
  }
}
