import type { ModelFeatures } from '../../gemini/model-features';
import { thinkingConfigFor, type ThinkingConfig, type ThinkingWish } from '../../gemini/thinking';
import type { TranslationPolicy } from '../translation-policy';

/** What a client says about thinking. */
export interface Thinking {
  /** How much; undefined where the client does not say. */
  readonly wish: ThinkingWish | undefined;
  /** Whether summaries are wanted; undefined where the client does not say. */
  readonly showsThoughts: boolean | undefined;
}

/** A name that asks for no thinking counts first, then what the client says, then the operator's budgets. */
export function thinkingConfig(
  { wish, showsThoughts }: Thinking,
  features: ModelFeatures,
  policy: TranslationPolicy,
): ThinkingConfig | undefined {
  const decided = features.isNonThinking
    ? ({ effort: 'none' } as const)
    : (wish ?? budgetOf(features.model, policy));
  return thinkingConfigFor(features.thinking, decided, showsThoughts ?? policy.showsThoughts);
}

function budgetOf(model: string, { thinkingBudgets }: TranslationPolicy): ThinkingWish | undefined {
  const budget = Object.hasOwn(thinkingBudgets, model) ? thinkingBudgets[model] : undefined;
  return budget === undefined ? undefined : { budget };
}
