import type { Part } from '../../../../gemini/content';
import { parseBase64 } from '../../../../gemini/media/base64';
import { mediaSourceOf } from '../../../../gemini/media/media-source';
import { mediaTypeOf } from '../../../../gemini/media/media-types';
import { isJsonObject } from '../../../../json-object';
import { splitMarkdownPictures } from '../../../media/markdown-pictures';
import type { MediaContext } from '../../../media/media-part';
import type { AssistantMessage } from '../chat-message';
import { contentParts } from './content-parts';
import { broughtSignature } from './extra-content';

/** What an assistant said, without its calls: text with its thought signature, and pictures. Thoughts stay out. */
export function assistantParts(message: AssistantMessage, field: string, context: MediaContext): Part[] {
  const parts = [
    ...contentParts(message.content, field, context).flatMap((part) =>
      part.text === undefined ? part : splitMarkdownPictures(part.text, context.media),
    ),
    ...(message.refusal ? [{ text: message.refusal }] : []),
    ...pictures(message.images),
  ];
  return signed(parts, broughtSignature(message.extra_content));
}

/** A signature of the text stands on its last part. */
function signed(parts: readonly Part[], signature: string | undefined): Part[] {
  const lastText = parts.findLastIndex((part) => part.text !== undefined);
  if (signature === undefined || lastText < 0) return [...parts];
  return parts.map((part, index) => (index === lastText ? { ...part, thoughtSignature: signature } : part));
}

/** `images: [{image_url: {url}}]`, as pictures were sent to the client; others than data URIs are left out. */
function pictures(images: unknown): Part[] {
  if (!Array.isArray(images)) return [];
  return images.flatMap((image: unknown) => {
    const address = isJsonObject(image) && isJsonObject(image.image_url) ? image.image_url.url : undefined;
    const source = typeof address === 'string' ? mediaSourceOf(address) : undefined;
    if (source?.kind !== 'inline') return [];
    const data = parseBase64(source.base64);
    const mimeType = data && mediaTypeOf(source.mimeType, data);
    return mimeType === undefined || data === undefined ? [] : [{ inlineData: { mimeType, data } }];
  });
}
