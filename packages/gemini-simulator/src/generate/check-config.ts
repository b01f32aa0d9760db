import type { SimulatedModel } from '../models/model';
import type { GenerateRequest, GenerationConfig } from './generate-request';

/** What upstream finds wrong with `generationConfig` for this model; undefined where it is in order. */
export function wrongConfig(request: GenerateRequest, model: SimulatedModel): string | undefined {
  const config = request.generationConfig ?? {};
  return (
    wrongNumbers(config, model) ??
    wrongThinking(config, model) ??
    wrongFormat(config) ??
    wrongModality(config, model)
  );
}

function wrongNumbers(config: GenerationConfig, model: SimulatedModel): string | undefined {
  const candidates = config.candidateCount ?? 1;
  if (candidates < 1 || candidates > 8)
    return '* GenerateContentRequest.generation_config.candidate_count: candidate_count must be between 1 and 8.\n';
  if (candidates > 1) return 'Multiple candidates is not enabled for this model';
  if ((config.stopSequences?.length ?? 0) > 5)
    return '* GenerateContentRequest.generation_config.stop_sequences: at most 5 stop sequences are allowed.\n';
  if (config.maxOutputTokens !== undefined && config.maxOutputTokens < 1)
    return 'max_output_tokens must be positive.';
  const hasPenalty = config.presencePenalty !== undefined || config.frequencyPenalty !== undefined;
  if (hasPenalty && model.generation === 2.5) return 'Penalty is not enabled for this model';
  return undefined;
}

function wrongThinking(config: GenerationConfig, model: SimulatedModel): string | undefined {
  const { thinkingBudget: budget, thinkingLevel: level } = config.thinkingConfig ?? {};
  if (budget !== undefined && level !== undefined)
    return 'You can only set only one of thinking budget and thinking level.';
  if (budget !== undefined && (model.thinking === 'none' || model.generation >= 4))
    return 'Thinking budget is not supported for this model.';
  if (level !== undefined && model.thinking !== 'level')
    return 'Thinking level is not supported for this model.';
  if (budget === 0 && model.id === 'gemini-2.5-pro')
    return 'Budget 0 is invalid. This model only works in thinking mode.';
  return undefined;
}

function wrongFormat(config: GenerationConfig): string | undefined {
  if (config.responseSchema && config.responseJsonSchema)
    return 'Only one of response_schema and response_json_schema can be set.';
  const hasSchema = config.responseSchema !== undefined || config.responseJsonSchema !== undefined;
  if (hasSchema && !['application/json', 'text/x.enum'].includes(config.responseMimeType ?? '')) {
    return "Function calling config or response schema requires response mime type: 'application/json'";
  }
  return undefined;
}

function wrongModality(config: GenerationConfig, model: SimulatedModel): string | undefined {
  const modalities = config.responseModalities ?? [];
  if (modalities.includes('IMAGE') && model.kind !== 'image')
    return 'Model does not support the requested response modalities: image';
  if (modalities.includes('AUDIO') && model.kind !== 'speech')
    return 'Model does not support the requested response modalities: audio';
  if (model.kind === 'speech' && !modalities.includes('AUDIO')) {
    return 'The requested combination of response modalities (TEXT) is not supported by the model. It only supports AUDIO.';
  }
  return undefined;
}
