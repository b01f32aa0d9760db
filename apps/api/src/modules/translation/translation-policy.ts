import { toOfferedTools } from '../models/operator-additions';
import type { TranslationPolicy } from '../../core/protocol/translation-policy';
import type { Settings } from '../../core/settings/registry';

export function toTranslationPolicy(settings: Settings): TranslationPolicy {
  return {
    showsThoughts: settings.SHOW_THINKING_PROCESS,
    thinkingBudgets: settings.THINKING_BUDGET_MAP,
    safetySettings: settings.SAFETY_SETTINGS,
    offeredTools: toOfferedTools(settings),
  };
}
