import type { GenerateContentRequest } from '../gemini/request/generate-content-request';
import type { SafetySetting } from '../gemini/request/safety';
import type { MadePicture } from './made-pictures';
import type { PictureOrder } from './picture-order';

/** The pictures that an edit begins with. */
export interface EditedPictures {
  readonly pictures: readonly MadePicture[];
  readonly mask: MadePicture | undefined;
}

const ABOUT_THE_MASK =
  'The last picture is a mask of the one before it: change only what is transparent in the mask, and keep everything else as it is.';

/** One picture, asked of a Gemini model; several are several requests. */
export function toPictureRequest(
  { prompt, aspectRatio, imageSize }: Pick<PictureOrder, 'prompt' | 'aspectRatio' | 'imageSize'>,
  edited: EditedPictures | undefined,
  safetySettings: readonly SafetySetting[],
): GenerateContentRequest {
  const shown = edited ? [...edited.pictures, ...(edited.mask ? [edited.mask] : [])] : [];
  const text = edited?.mask ? `${prompt}\n\n${ABOUT_THE_MASK}` : prompt;
  const pictures = shown.map(({ mimeType, base64 }) => ({ inlineData: { mimeType, data: base64 } }));
  const hasConfig = aspectRatio !== undefined || imageSize !== undefined;
  return {
    contents: [{ role: 'user', parts: [...pictures, { text }] }],
    generationConfig: {
      responseModalities: ['IMAGE'],
      ...(hasConfig && { imageConfig: { aspectRatio, imageSize } }),
    },
    ...(safetySettings.length > 0 && { safetySettings }),
  };
}
