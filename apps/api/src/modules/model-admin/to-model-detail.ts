import type { ModelCapabilitiesDto, ModelDetailDto, ModelDto } from '@gemini-balance/shared';
import type { Model } from '../../core/gemini/models/model';
import type { ModelFeatures } from '../../core/gemini/models/model-features';
import { isGenerating } from '../../core/gemini/models/model-kind';
import type { KeyPools } from '../keys/key-pools';

const SAMPLING = ['temperature', 'maxTemperature', 'topP', 'topK'] as const;

/** Everything that is known of one model; looks at every key. */
export function toModelDetail(
  described: ModelDto,
  model: Model,
  features: ModelFeatures,
  pools: Pick<KeyPools, 'of'>,
): ModelDetailDto {
  const { description, version } = model;
  return {
    ...described,
    ...(description !== undefined && { description }),
    ...(typeof version === 'string' && { version }),
    sampling: Object.fromEntries(
      SAMPLING.filter((name) => typeof model[name] === 'number').map((name) => [name, model[name]]),
    ),
    ...(isGenerating(model) && { capabilities: toCapabilities(features) }),
    keyDetails: described.keys.map(({ kind }) => {
      const { view } = pools.of(kind);
      return {
        kind,
        restingForIt: view.restingForJust(described.id),
        barredGroups: [...view.standings()(described.id).barredGroups],
      };
    }),
  };
}

function toCapabilities(features: ModelFeatures): ModelCapabilitiesDto {
  return {
    answersWith: [...features.modalities],
    systemInstruction: features.takesSystemInstruction,
    jsonSchema: features.schemaForm === 'json',
    functionsBesideBuiltIns: features.mixesFunctionsWithBuiltIns,
    toolsBesideJson: features.mixesToolsWithJson,
    checksSignatures: features.checksSignatures,
    callIds: features.takesCallIds,
    picturesInResponses: features.takesResponseParts,
    mediaResolution: features.takesMediaResolution,
    penalties: features.takesPenalties,
    mostCandidates: features.mostCandidates,
  };
}
