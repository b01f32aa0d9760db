import type { UsageMetadata } from '../../../gemini/reply/usage';
import { toReplyUsage } from '../../reply/reply-usage';
import type { CompletionUsage } from './chat-completion';

/** The usage of all replies to one request. */
export function toCompletionUsage(replies: readonly (UsageMetadata | undefined)[]): CompletionUsage {
  const usage = toReplyUsage(replies);
  const completion = usage.outputTokens + usage.thinkingTokens;
  return {
    prompt_tokens: usage.inputTokens,
    completion_tokens: completion,
    total_tokens: usage.inputTokens + completion,
    prompt_tokens_details: { cached_tokens: usage.cachedTokens, audio_tokens: usage.inputAudioTokens },
    completion_tokens_details: {
      reasoning_tokens: usage.thinkingTokens,
      audio_tokens: usage.outputAudioTokens,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
