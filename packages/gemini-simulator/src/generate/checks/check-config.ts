import type { SimulatedModel } from '../../models/model';
import type { GenerateRequest, GenerationConfig } from '../generate-request';
import { wrongSchema } from './check-schema';
import { wrongSpeech } from './check-speech';
import { wrongThinking } from './check-thinking';

/** What upstream finds wrong with `generationConfig` for this model; undefined where it is in order. */
export function wrongConfig(request: GenerateRequest, model: SimulatedModel): string | undefined {
  const config = request.generationConfig ?? {};
  return (
    wrongNumbers(config, model) ??
    wrongThinking(config.thinkingConfig ?? {}, model) ??
    wrongFormat(config, model) ??
    wrongModality(config, model) ??
    wrongImage(config, model) ??
    wrongSpeech(config.speechConfig ?? {}, model)
  );
}

const PATH = 'GenerateContentRequest.generation_config';
const MIME_TYPES = ['text/plain', 'application/json', 'application/xml', 'application/yaml', 'text/x.enum'];
const ASPECT_RATIOS = '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9 1:4 4:1 1:8 8:1'.split(' ');
const IMAGE_SIZES = ['512', '1K', '2K', '4K'];
const MODALITIES = ['TEXT', 'IMAGE', 'AUDIO', 'VIDEO', 'MODALITY_UNSPECIFIED'];

function wrongNumbers(config: GenerationConfig, model: SimulatedModel): string | undefined {
  const { temperature = 0, topP = 0, logprobs = 0, maxOutputTokens = 1 } = config;
  if (temperature < 0 || temperature > 2)
    return `* ${PATH}.temperature: temperature must be in the range [0.0, 2.0].\n`;
  if (topP < 0 || topP > 1) return `* ${PATH}.top_p: top_p must be in the range [0.0, 1.0].\n`;
  if (logprobs < 0 || logprobs > 20) return `* ${PATH}.logprobs: logprobs must be in the range [0, 20].\n`;
  if (config.logprobs !== undefined && !config.responseLogprobs)
    return 'logprobs can only be set if response_logprobs is true.';
  const candidates = config.candidateCount ?? 1;
  if (candidates < 1 || candidates > 8)
    return `* ${PATH}.candidate_count: candidate_count must be between 1 and 8.\n`;
  if (candidates > 1) return 'Multiple candidates is not enabled for this model';
  if ((config.stopSequences?.length ?? 0) > 5)
    return `* ${PATH}.stop_sequences: at most 5 stop sequences are allowed.\n`;
  if (maxOutputTokens < 1) return 'max_output_tokens must be positive.';
  if (maxOutputTokens > model.outputTokenLimit && model.generation < 4) {
    return (
      `Unable to submit request because it has a maxOutputTokens value of ${maxOutputTokens} but the supported range is ` +
      `from 1 (inclusive) to ${model.outputTokenLimit + 1} (exclusive). Update the value and try again.`
    );
  }
  const hasPenalty = config.presencePenalty !== undefined || config.frequencyPenalty !== undefined;
  if (hasPenalty && model.generation === 2.5) return 'Penalty is not enabled for this model';
  return undefined;
}

function wrongFormat(config: GenerationConfig, model: SimulatedModel): string | undefined {
  const { responseSchema, responseJsonSchema, responseMimeType = 'text/plain' } = config;
  if (!MIME_TYPES.includes(responseMimeType))
    return `* ${PATH}.response_mime_type: allowed mimetypes are \`text/plain\`, \`application/json\`, \`application/xml\`, \`application/yaml\` and \`text/x.enum\`.\n`;
  if (responseMimeType === 'application/json' && model.kind !== 'chat')
    return `JSON mode is not enabled for models/${model.id}`;
  if (responseSchema && responseJsonSchema)
    return 'Only one of response_schema and response_json_schema can be set.';
  const schema = responseSchema ?? responseJsonSchema;
  if (!schema) return undefined;
  if (!['application/json', 'text/x.enum'].includes(responseMimeType)) {
    return "Function calling config or response schema requires response mime type: 'application/json'";
  }
  const form = responseSchema ? 'proto' : 'json';
  return wrongSchema(schema, `${PATH}.response_${form === 'json' ? 'json_' : ''}schema`, { form, model });
}

function wrongModality(config: GenerationConfig, model: SimulatedModel): string | undefined {
  const modalities = config.responseModalities ?? [];
  const unknown = modalities.find((modality) => !MODALITIES.includes(modality));
  if (unknown !== undefined)
    return `Invalid value at 'generation_config.response_modalities[0]' (type.googleapis.com/google.ai.generativelanguage.v1beta.GenerationConfig.Modality), "${unknown}"`;
  if (modalities.includes('IMAGE') && model.kind !== 'image')
    return 'Model does not support the requested response modalities: image';
  if (modalities.includes('AUDIO') && model.kind !== 'speech')
    return 'Model does not support the requested response modalities: audio';
  if (model.kind === 'speech' && !modalities.includes('AUDIO')) {
    return 'The requested combination of response modalities (TEXT) is not supported by the model. It only supports AUDIO.';
  }
  return undefined;
}

function wrongImage({ imageConfig }: GenerationConfig, model: SimulatedModel): string | undefined {
  if (!imageConfig) return undefined;
  if (model.kind !== 'image') return 'Image config is not supported for this model.';
  const { aspectRatio = '1:1', imageSize = '1K' } = imageConfig;
  if (!ASPECT_RATIOS.includes(aspectRatio))
    return `* ${PATH}.image_config.aspect_ratio: aspect_ratio must be one of ${ASPECT_RATIOS.map((ratio) => `'${ratio}'`).join(', ')}.\n`;
  if (!IMAGE_SIZES.includes(imageSize))
    return `* ${PATH}.image_config.image_size: image_size must be one of ${IMAGE_SIZES.join(', ')}.\n`;
  return undefined;
}
