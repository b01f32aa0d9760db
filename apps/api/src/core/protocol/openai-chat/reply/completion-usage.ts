import { modalityTokens, toTokenUsage, type UsageMetadata } from '../../../gemini/usage';
import type { CompletionUsage } from './chat-completion';

/** The usage of all replies to one request: the prompt is the same in each of them and counts once. */
export function toCompletionUsage(replies: readonly (UsageMetadata | undefined)[]): CompletionUsage {
  const all = replies.map((reply = {}) => ({
    ...toTokenUsage(reply),
    inputAudio: modalityTokens(reply['promptTokensDetails'], 'AUDIO'),
    outputAudio: modalityTokens(reply['candidatesTokensDetails'], 'AUDIO'),
  }));
  const largest = (count: (usage: (typeof all)[number]) => number): number => Math.max(0, ...all.map(count));
  const sum = (count: (usage: (typeof all)[number]) => number): number =>
    all.reduce((total, usage) => total + count(usage), 0);

  const promptTokens = largest((usage) => usage.inputTokens);
  const reasoningTokens = sum((usage) => usage.thinkingTokens);
  const completionTokens = sum((usage) => usage.outputTokens) + reasoningTokens;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    prompt_tokens_details: {
      cached_tokens: largest((usage) => usage.cachedTokens),
      audio_tokens: largest((usage) => usage.inputAudio),
    },
    completion_tokens_details: {
      reasoning_tokens: reasoningTokens,
      audio_tokens: sum((usage) => usage.outputAudio),
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
