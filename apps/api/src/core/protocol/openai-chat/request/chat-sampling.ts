import type { Sampling } from '../../generation/sampling';
import type { ChatRequest } from './chat-request';

/** Everything that shapes the answer, save for its format and thinking. */
export function chatSampling(request: ChatRequest): Sampling {
  const { stop } = request;
  return {
    temperature: request.temperature,
    topP: request.top_p,
    topK: request.top_k,
    maxOutputTokens: request.max_completion_tokens ?? request.max_tokens,
    stopSequences: typeof stop === 'string' ? [stop] : (stop ?? []),
    seed: request.seed,
    presencePenalty: request.presence_penalty,
    frequencyPenalty: request.frequency_penalty,
    logprobs: request.logprobs,
    topLogprobs: request.top_logprobs,
  };
}
