import { picture } from '../generate/media';
import { parseJson } from '../proto/read-body';
import { invalidArgument, jsonReply, type ApiReply } from '../wire/api-reply';

interface PredictRequest {
  readonly instances?: readonly { readonly prompt?: unknown }[];
  readonly parameters?: {
    readonly sampleCount?: number;
    readonly aspectRatio?: string;
    readonly sampleImageSize?: string;
    readonly includeRaiReason?: boolean;
    readonly outputOptions?: { readonly mimeType?: string };
  };
}

const MOST_SAMPLES = 4;
const ASPECT_RATIOS = ['1:1', '3:4', '4:3', '9:16', '16:9'];
const IMAGE_SIZES = ['1K', '2K'];
const FILTERED = /\bforbidden\b/i;

/** Pictures as Imagen gives them; none, or the reason if it is asked for, where the prompt holds the word "forbidden". */
export function predictReply(body: Buffer): ApiReply {
  const { instances = [], parameters = {} } = (parseJson(body) ?? {}) as PredictRequest;
  const prompt = instances[0]?.prompt;
  const wrong = wrongPrediction(instances.length, prompt, parameters);
  if (wrong !== undefined) return invalidArgument(wrong);
  const { sampleCount = 1, includeRaiReason, outputOptions } = parameters;
  if (FILTERED.test(String(prompt)))
    return jsonReply(
      200,
      includeRaiReason ? { predictions: [{ raiFilteredReason: 'Unable to show generated images.' }] } : {},
    );
  const mimeType = outputOptions?.mimeType ?? 'image/png';
  const made = { mimeType, bytesBase64Encoded: picture().inlineData?.data, prompt };
  return jsonReply(200, { predictions: Array.from({ length: sampleCount }, () => made) });
}

function wrongPrediction(
  instances: number,
  prompt: unknown,
  { sampleCount = 1, aspectRatio = '1:1', sampleImageSize = '1K' }: NonNullable<PredictRequest['parameters']>,
): string | undefined {
  if (instances !== 1) return 'Exactly one instance is required.';
  if (typeof prompt !== 'string' || prompt === '') return 'The prompt is required.';
  if (!Number.isInteger(sampleCount) || sampleCount < 1 || sampleCount > MOST_SAMPLES)
    return `sampleCount must be between 1 and ${MOST_SAMPLES} inclusive.`;
  if (!ASPECT_RATIOS.includes(aspectRatio)) return `aspectRatio must be one of ${ASPECT_RATIOS.join(', ')}.`;
  return IMAGE_SIZES.includes(sampleImageSize)
    ? undefined
    : `sampleImageSize must be one of ${IMAGE_SIZES.join(', ')}.`;
}
