import type { ChatPolicy } from '../../core/protocol/openai-chat/request/chat-policy';
import type { Settings } from '../../core/settings/registry';

export function toChatPolicy(settings: Settings): ChatPolicy {
  return {
    showsThoughts: settings.SHOW_THINKING_PROCESS,
    thinkingBudgets: settings.THINKING_BUDGET_MAP,
    safetySettings: settings.SAFETY_SETTINGS,
  };
}
