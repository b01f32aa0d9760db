import type { SafetySetting } from '../gemini/request/safety';
import type { OfferedTools } from '../gemini/tools/offered-tools';

/** What the operator decides about requests that are translated: plain values, so that it can cross from one thread to another. */
export interface TranslationPolicy {
  /** Whether thought summaries are asked for where the client does not say (SHOW_THINKING_PROCESS). */
  readonly showsThoughts: boolean;
  /** Thinking tokens by the bare name of a model or variant, where the client does not say (THINKING_BUDGET_MAP). */
  readonly thinkingBudgets: Readonly<Record<string, number>>;
  /** SAFETY_SETTINGS. */
  readonly safetySettings: readonly SafetySetting[];
  /** Absent for none. */
  readonly offeredTools?: OfferedTools | undefined;
}
