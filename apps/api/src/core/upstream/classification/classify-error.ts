import type { Outcome, UpstreamError } from '../../outcome';
import type { ClassificationRule, RefusalKind } from './classification-rule';
import type { ErrorFacts, FactsContext } from './error-facts';
import { factsOf } from './error-facts';
import { failureRules } from './failure-rules';
import { keyRules } from './key-rules';
import { INPUT_TOKENS, quotaRules } from './quota-rules';
import { requestRules } from './request-rules';

// A refused key may carry the status of a quota error and the other way round, so quotas come before the rest of 4xx.
const RULES: readonly ClassificationRule[] = [...keyRules, ...quotaRules, ...requestRules, ...failureRules];

/** What a refusal proves. Pure; never throws. An error that came inside a stream is one of an answer call. */
export function classifyError(error: UpstreamError, context: FactsContext = { isAnswerCall: true }): Outcome {
  const facts = factsOf(error, context);
  const rule = RULES.find(({ holds }) => holds(facts));
  return toOutcome(rule?.kind ?? 'upstream_failed', error, facts);
}

function toOutcome(kind: RefusalKind, error: UpstreamError, facts: ErrorFacts): Outcome {
  const retryAfterMs = facts.retryDelayMs;
  switch (kind) {
    case 'client_left':
      return { kind };
    case 'rate_limited':
      return { kind, error, retryAfterMs };
    case 'input_tokens_limited': {
      const limitTokens = facts.violations.find(({ name }) => INPUT_TOKENS.test(name))?.limit;
      return { kind, error, retryAfterMs, limitTokens };
    }
    default:
      return { kind, error };
  }
}
