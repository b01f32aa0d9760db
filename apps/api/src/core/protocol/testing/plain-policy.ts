import type { TranslationPolicy } from '../translation-policy';

/** Of an operator who adds nothing. */
export const PLAIN_POLICY: TranslationPolicy = {
  showsThoughts: true,
  thinkingBudgets: {},
  safetySettings: [],
};
