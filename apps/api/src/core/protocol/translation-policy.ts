import type { OfferedTools } from '../gemini/offered-tools';
import type { SafetySetting } from '../gemini/safety';

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
