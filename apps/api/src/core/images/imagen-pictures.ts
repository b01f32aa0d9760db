import { ContentFilterError } from '../answer-faults';
import { UpstreamFailureError } from '../gateway/faults/upstream-faults';
import { isJsonObject, type JsonObject } from '../json-object';
import type { MadePictures } from './made-pictures';
import type { PictureOrder } from './picture-order';
import { IMAGEN_RATIOS, nearestRatio, parseSize } from './picture-size';

/** Imagen makes no more with one call. */
const MOST_SAMPLES = 4;
const OUTPUT_TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpeg: 'image/jpeg' };

/** The bodies of `predict`: as few as make all the pictures. */
export function toPredictRequests({
  prompt,
  count,
  aspectRatio,
  imageSize,
  format = 'png',
  compression,
}: PictureOrder): JsonObject[] {
  const mimeType = OUTPUT_TYPES[format] ?? 'image/png';
  const parameters = {
    ...(aspectRatio !== undefined && {
      aspectRatio: nearestRatio(parseSize(aspectRatio)!.proportion, IMAGEN_RATIOS),
    }),
    // Its largest is 2K.
    ...(imageSize !== undefined && { sampleImageSize: '2K' }),
    personGeneration: 'allow_adult',
    includeRaiReason: true,
    outputOptions: { mimeType, ...(mimeType === 'image/jpeg' && { compressionQuality: compression }) },
  };
  const requests: JsonObject[] = [];
  for (let left = count; left > 0; left -= MOST_SAMPLES)
    requests.push({
      instances: [{ prompt }],
      parameters: { sampleCount: Math.min(left, MOST_SAMPLES), ...parameters },
    });
  return requests;
}

/** The pictures of a reply to `predict`. @throws GatewayError where there is none */
export function picturesOfPrediction({ predictions }: JsonObject): MadePictures {
  const list = (Array.isArray(predictions) ? predictions : []).filter(isJsonObject);
  const pictures = list.flatMap(({ bytesBase64Encoded: base64, mimeType }) =>
    typeof base64 === 'string' && base64 !== ''
      ? [{ base64, mimeType: typeof mimeType === 'string' ? mimeType : 'image/png' }]
      : [],
  );
  if (pictures.length > 0) return { pictures, usage: undefined };
  const reason = list
    .map(({ raiFilteredReason }) => raiFilteredReason)
    .find((text) => typeof text === 'string');
  if (reason !== undefined) throw new ContentFilterError(reason);
  throw new UpstreamFailureError('upstream_failed', 502, 'The model made no picture.');
}
