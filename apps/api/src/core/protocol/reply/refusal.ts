import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';

/** What the client reads where upstream blocked the prompt and gave no candidate; undefined where it did not. */
export function refusalOf({ promptFeedback }: GenerateContentResponse): string | undefined {
  const { blockReason, blockReasonMessage } = promptFeedback ?? {};
  if (!blockReason) return undefined;
  const explanation = blockReasonMessage ? ` (${blockReasonMessage})` : '';
  return `Blocked by upstream safety filter: ${blockReason}${explanation}`;
}
