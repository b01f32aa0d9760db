import type { Part } from '../../../../gemini/content';
import { textIn } from '../../../conversation/text-of';
import {
  addressedPart,
  documentPart,
  inDetail,
  type MediaContext,
  recordedPart,
  storedPart,
} from '../../../media/media-part';
import type { ContentPart, ItemContent } from '../input-item';

/** A content as upstream's parts, in order: texts that are not empty, and media. @throws InvalidRequestError naming the field */
export function contentParts(content: ItemContent, field: string, context: MediaContext): Part[] {
  if (typeof content === 'string') return content === '' ? [] : [{ text: content }];
  return content.flatMap((part, index) => contentPart(part, `${field}[${index}]`, context) ?? []);
}

/** The parts of a content that are no text. */
export function mediaParts(content: ItemContent, field: string, context: MediaContext): Part[] {
  return contentParts(content, field, context).filter((part) => part.text === undefined);
}

/** The addresses that a content points to. */
export function addressesIn(content: ItemContent): string[] {
  if (typeof content === 'string') return [];
  return content.flatMap((part) => {
    if (part.type === 'input_image') return part.image_url ?? [];
    return part.type === 'input_file' ? [part.file_url ?? [], part.file_data ?? []].flat() : [];
  });
}

function contentPart(part: ContentPart, field: string, context: MediaContext): Part | undefined {
  switch (part.type) {
    case 'input_image': {
      const picture = part.image_url
        ? addressedPart(part.image_url, `${field}.image_url`, context)
        : storedPart(part.file_id ?? '', `${field}.file_id`);
      return inDetail(picture, part.detail, context.features);
    }
    case 'input_file': {
      const name = part.filename ?? '';
      if (part.file_data) return documentPart(part.file_data, name, `${field}.file_data`, context);
      return part.file_url
        ? addressedPart(part.file_url, `${field}.file_url`, context, name)
        : storedPart(part.file_id ?? '', `${field}.file_id`);
    }
    case 'input_audio':
      return recordedPart(part.input_audio, `${field}.input_audio`, 'audio');
    default: {
      const text = textIn(part);
      return text ? { text } : undefined;
    }
  }
}
