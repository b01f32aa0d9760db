import type { NativeAdditions } from '../../core/gemini/native/native-additions';
import type { OfferedTools } from '../../core/gemini/tools/offered-tools';
import type { Settings } from '../../core/settings/registry';

/** The tools that the settings let models use; undefined for none. */
export function toOfferedTools(settings: Settings): OfferedTools | undefined {
  const runsCode = settings.TOOLS_CODE_EXECUTION_ENABLED;
  const pageReaders = settings.URL_CONTEXT_ENABLED ? settings.URL_CONTEXT_MODELS : [];
  return runsCode || pageReaders.length > 0 ? { runsCode, pageReaders } : undefined;
}

/** What the settings add to native requests. */
export function toNativeAdditions(settings: Settings): NativeAdditions {
  return {
    safetySettings: settings.SAFETY_SETTINGS_NATIVE ? settings.SAFETY_SETTINGS : [],
    thinkingBudgets: settings.THINKING_BUDGET_MAP,
    offeredTools: toOfferedTools(settings),
  };
}
