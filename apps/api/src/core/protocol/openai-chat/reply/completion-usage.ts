import { modalityTokens, toTokenUsage, type UsageMetadata } from '../../../gemini/usage';
import type { CompletionUsage } from './chat-completion';

/** The usage of all replies to one request: the prompt is the same in each of them and counts once. */
export function toCompletionUsage(replies: readonly (UsageMetadata | undefined)[]): CompletionUsage {
  let [prompt, cached, inputAudio] = [0, 0, 0];
  let [output, thinking, outputAudio] = [0, 0, 0];
  for (const reply of replies) {
    if (reply === undefined) continue;
    const usage = toTokenUsage(reply);
    prompt = Math.max(prompt, usage.inputTokens);
    cached = Math.max(cached, usage.cachedTokens);
    inputAudio = Math.max(inputAudio, modalityTokens(reply['promptTokensDetails'], 'AUDIO'));
    output += usage.outputTokens;
    thinking += usage.thinkingTokens;
    outputAudio += modalityTokens(reply['candidatesTokensDetails'], 'AUDIO');
  }
  return {
    prompt_tokens: prompt,
    completion_tokens: output + thinking,
    total_tokens: prompt + output + thinking,
    prompt_tokens_details: { cached_tokens: cached, audio_tokens: inputAudio },
    completion_tokens_details: {
      reasoning_tokens: thinking,
      audio_tokens: outputAudio,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
