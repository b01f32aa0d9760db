import type { ModelFeatures } from '../../gemini/models/model-features';
import {
  operatorsBudget,
  thinkingConfigFor,
  type ThinkingConfig,
  type ThinkingWish,
} from '../../gemini/request/thinking';
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
    : (wish ?? operatorsBudget(features, policy.thinkingBudgets));
  return thinkingConfigFor(features.thinking, decided, showsThoughts ?? policy.showsThoughts);
}
