import type { ModelFeatures } from '../../gemini/models/model-features';
import type { GenerationConfig } from '../../gemini/request/generate-content-request';

type Maybe<Value> = Value | null | undefined;

/** What shapes an answer, save for its format and thinking; `null` means the same as absent. */
export interface Sampling {
  readonly temperature?: Maybe<number>;
  readonly topP?: Maybe<number>;
  readonly topK?: Maybe<number>;
  readonly maxOutputTokens?: Maybe<number>;
  readonly stopSequences?: readonly string[];
  readonly seed?: Maybe<number>;
  readonly presencePenalty?: Maybe<number>;
  readonly frequencyPenalty?: Maybe<number>;
  readonly logprobs?: Maybe<boolean>;
  readonly topLogprobs?: Maybe<number>;
}

/** The same as upstream takes it; undefined where there is no value. What the model does not take is named in `changes`. */
export function samplingConfig(
  sampling: Sampling,
  features: ModelFeatures,
  changes: string[],
): GenerationConfig {
  const { topK, seed } = sampling;
  const stop = (sampling.stopSequences ?? []).filter((text) => text !== '');
  const hasPenalties = takesPenalties(sampling, features, changes);
  return {
    temperature: sampling.temperature ?? undefined,
    topP: sampling.topP ?? undefined,
    // Other servers take 0 and -1 for no limit.
    topK: topK != null && topK > 0 ? topK : undefined,
    maxOutputTokens: maxOutputTokens(sampling, features, changes),
    stopSequences: stop.length > 0 ? stop : undefined,
    seed: seed == null ? undefined : foldedSeed(seed),
    presencePenalty: (hasPenalties && sampling.presencePenalty) || undefined,
    frequencyPenalty: (hasPenalties && sampling.frequencyPenalty) || undefined,
    responseLogprobs: sampling.logprobs ? true : undefined,
    logprobs: (sampling.logprobs && sampling.topLogprobs) || undefined,
    responseModalities: features.modalities.some((modality) => modality !== 'TEXT')
      ? features.modalities
      : undefined,
  };
}

function maxOutputTokens(
  { maxOutputTokens: wanted }: Sampling,
  { mostOutputTokens: most }: ModelFeatures,
  changes: string[],
): number | undefined {
  if (wanted == null) return undefined;
  if (most === undefined || wanted <= most) return wanted;
  changes.push(`max_tokens lowered to ${most}, the limit of the model`);
  return most;
}

const SEEDS = 2 ** 31;

/** Upstream's seeds have 32 bits; a larger one still gives the same one each time. */
function foldedSeed(seed: number): number {
  return Math.abs(seed) < SEEDS ? seed : seed % SEEDS;
}

function takesPenalties(sampling: Sampling, features: ModelFeatures, changes: string[]): boolean {
  if (!features.takesPenalties && (sampling.presencePenalty || sampling.frequencyPenalty))
    changes.push('penalties dropped, the model takes none');
  return features.takesPenalties;
}
