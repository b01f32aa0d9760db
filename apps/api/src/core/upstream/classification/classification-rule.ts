import type { OutcomeKind } from '../../outcome';
import type { ErrorFacts } from './error-facts';

/** Outcomes a refusal can be. */
export type RefusalKind = Exclude<OutcomeKind, 'ok' | 'network_failed' | 'empty_reply' | 'truncated'>;

/** One way to recognise a row of the classification table in docs/protocol-notes.md. The first rule that holds decides. */
export interface ClassificationRule {
  readonly row: number;
  readonly kind: RefusalKind;
  readonly holds: (facts: ErrorFacts) => boolean;
}

/** Whether upstream gave one of these as an ErrorInfo reason. */
export function hasReason(facts: ErrorFacts, pattern: RegExp): boolean {
  return facts.reasons.some((reason) => pattern.test(reason));
}

/** Whether upstream's own words, at one of these statuses, say so. What it quotes from the request does not count. */
export function says(facts: ErrorFacts, statuses: readonly number[], pattern: RegExp): boolean {
  return statuses.includes(facts.status) && !facts.blamesFields && pattern.test(facts.wording);
}
