import type { GenerateContentRequest } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import type { ChatRequest } from './chat-request';

/**
 * One request for `n` answers where the model gives several and the client waits for all of them, else a request for each.
 * A seed is counted on, or all answers were the same.
 */
export function fannedOut(
  single: GenerateContentRequest,
  { n, stream }: ChatRequest,
  { mostCandidates }: ModelFeatures,
): GenerateContentRequest[] {
  const count = n ?? 1;
  if (count === 1) return [single];
  const { generationConfig } = single;
  if (count <= mostCandidates && !stream)
    return [{ ...single, generationConfig: { ...generationConfig, candidateCount: count } }];
  const seed = generationConfig?.seed;
  return Array.from({ length: count }, (_, index) =>
    seed === undefined || index === 0
      ? single
      : { ...single, generationConfig: { ...generationConfig, seed: seed + index } },
  );
}
