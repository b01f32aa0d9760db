import type { ModelFeatures } from '../../../gemini/model-features';
import { isNonThinkingName } from '../../../gemini/model-variant';
import {
  thinkingConfigFor,
  type ThinkingConfig,
  type ThinkingEffort,
  type ThinkingWish,
} from '../../../gemini/thinking';
import type { ChatPolicy } from './chat-policy';
import type { ChatRequest } from './chat-request';
import type { GoogleExtras } from './google-extras';

/** A name that asks for no thinking counts first, then what the client says in Google's form, then `reasoning_effort`, then the operator's budgets. */
export function thinkingConfig(
  request: ChatRequest,
  extras: GoogleExtras,
  features: ModelFeatures,
  policy: ChatPolicy,
): ThinkingConfig | undefined {
  const wish =
    withoutThinking(request, features) ??
    extras.thinking ??
    effortOf(request) ??
    budgetOf(features.model, policy);
  return thinkingConfigFor(features.thinking, wish, extras.includeThoughts ?? policy.showsThoughts);
}

function withoutThinking({ model }: ChatRequest, features: ModelFeatures): ThinkingWish | undefined {
  return isNonThinkingName(model, features.model) ? { effort: 'none' } : undefined;
}

function effortOf({ reasoning_effort: effort }: ChatRequest): ThinkingWish | undefined {
  return effort == null ? undefined : { effort: effort as ThinkingEffort };
}

function budgetOf(model: string, { thinkingBudgets }: ChatPolicy): ThinkingWish | undefined {
  const budget = Object.hasOwn(thinkingBudgets, model) ? thinkingBudgets[model] : undefined;
  return budget === undefined ? undefined : { budget };
}
