import type { ModelFeatures } from '../../../gemini/models/model-features';
import type { GenerateContentRequest } from '../../../gemini/request/generate-content-request';
import type { Translation } from '../../protocol-adapter';
import type { ChatRequest } from './chat-request';

/**
 * One request for `n` answers where the model gives several and the client waits for all of them, else a request for each.
 * A seed is counted on, or all answers were the same.
 */
export function fannedOut(
  { requests, changes }: Translation,
  { n, stream }: ChatRequest,
  { mostCandidates }: ModelFeatures,
): Translation {
  const count = n ?? 1;
  if (count === 1) return { requests, changes };
  const canBeOne = count <= mostCandidates && !stream;
  return {
    requests: requests.flatMap((single) => (canBeOne ? inOne(single, count) : copies(single, count))),
    changes,
  };
}

function inOne(single: GenerateContentRequest, count: number): GenerateContentRequest {
  return { ...single, generationConfig: { ...single.generationConfig, candidateCount: count } };
}

function copies(single: GenerateContentRequest, count: number): GenerateContentRequest[] {
  const { generationConfig } = single;
  const seed = generationConfig?.seed;
  return Array.from({ length: count }, (_, index) =>
    seed === undefined || index === 0
      ? single
      : { ...single, generationConfig: { ...generationConfig, seed: seed + index } },
  );
}
