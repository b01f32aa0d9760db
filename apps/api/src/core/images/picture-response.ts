import { modalityTokens, type UsageMetadata } from '../gemini/reply/usage';
import { toReplyUsage } from '../protocol/reply/reply-usage';
import type { MadePicture } from './made-pictures';
import type { PictureOrder } from './picture-order';

/** Token counts as OpenAI's image API tells them. */
export interface PictureUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_tokens: number;
  readonly input_tokens_details: { readonly text_tokens: number; readonly image_tokens: number };
}

/** A picture with its address, or without where the client wants the bytes. */
export interface DeliveredPicture extends MadePicture {
  readonly url: string | undefined;
}

/** OpenAI's answer to a request for pictures. */
export function toPictureResponse(
  { prompt, said }: PictureOrder,
  pictures: readonly DeliveredPicture[],
  usage: PictureUsage | undefined,
  createdAtS: number,
) {
  return {
    created: createdAtS,
    data: pictures.map(({ base64, url }) => ({
      ...(url === undefined ? { b64_json: base64 } : { url }),
      revised_prompt: prompt,
    })),
    background: said.background,
    output_format: formatOf(pictures[0]?.mimeType ?? ''),
    quality: said.quality,
    size: said.size,
    ...(usage && { usage }),
  };
}

/** What all calls of one order used; undefined where upstream counts nothing. */
export function toPictureUsage(replies: readonly (UsageMetadata | undefined)[]): PictureUsage | undefined {
  const counted = replies.filter((usage) => usage !== undefined);
  if (counted.length === 0) return undefined;
  const { inputTokens, outputTokens, thinkingTokens } = toReplyUsage(counted);
  const imageTokens = Math.max(
    ...counted.map(({ promptTokensDetails }) => modalityTokens(promptTokensDetails, 'IMAGE')),
  );
  return {
    input_tokens: inputTokens,
    output_tokens: outputTokens + thinkingTokens,
    total_tokens: inputTokens + outputTokens + thinkingTokens,
    input_tokens_details: { text_tokens: inputTokens - imageTokens, image_tokens: imageTokens },
  };
}

/** `png` for `image/png`. */
export function formatOf(mimeType: string): string {
  return mimeType.replace(/^image\//, '');
}
