import type { LogprobsResult } from '../../../gemini/reply/generate-content-response';
import { toTokenLogprobs } from '../../reply/token-logprobs';
import type { ChoiceLogprobs } from './chat-completion';

/** Undefined where upstream gave none. */
export function toChoiceLogprobs(result: LogprobsResult | undefined): ChoiceLogprobs | undefined {
  const content = toTokenLogprobs(result);
  return content && { content, refusal: null };
}
