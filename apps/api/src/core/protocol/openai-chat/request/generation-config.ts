import type { GenerationConfig } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import type { ChatRequest } from './chat-request';

/** Everything that shapes the answer, save for its format and thinking. What the model does not take is named in `changes`. */
export function samplingConfig(
  request: ChatRequest,
  features: ModelFeatures,
  changes: string[],
): GenerationConfig {
  const stop = stopSequences(request.stop);
  return defined({
    temperature: request.temperature ?? undefined,
    topP: request.top_p ?? undefined,
    // Other servers take 0 and -1 for no limit.
    topK: request.top_k != null && request.top_k > 0 ? request.top_k : undefined,
    maxOutputTokens: maxOutputTokens(request, features, changes),
    stopSequences: stop.length > 0 ? stop : undefined,
    seed: request.seed == null ? undefined : foldedSeed(request.seed),
    ...penalties(request, features, changes),
    ...(request.logprobs && { responseLogprobs: true, logprobs: request.top_logprobs || undefined }),
    responseModalities: features.modalities.some((modality) => modality !== 'TEXT')
      ? features.modalities
      : undefined,
  });
}

function stopSequences(stop: ChatRequest['stop']): readonly string[] {
  return (typeof stop === 'string' ? [stop] : (stop ?? [])).filter((text) => text !== '');
}

function maxOutputTokens(
  request: ChatRequest,
  { mostOutputTokens: most }: ModelFeatures,
  changes: string[],
): number | undefined {
  const wanted = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  if (wanted === undefined || most === undefined || wanted <= most) return wanted;
  changes.push(`max_tokens lowered to ${most}, the limit of the model`);
  return most;
}

const SEEDS = 2 ** 31;

/** Upstream's seeds have 32 bits; a larger one still gives the same one each time. */
function foldedSeed(seed: number): number {
  return Math.abs(seed) < SEEDS ? seed : seed % SEEDS;
}

function penalties(request: ChatRequest, features: ModelFeatures, changes: string[]): GenerationConfig {
  const presencePenalty = request.presence_penalty || undefined;
  const frequencyPenalty = request.frequency_penalty || undefined;
  if (features.takesPenalties) return { presencePenalty, frequencyPenalty };
  if (presencePenalty ?? frequencyPenalty) changes.push('penalties dropped, the model takes none');
  return {};
}

/** The fields that have a value. */
function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
