import type { Part } from '../../../../gemini/content';
import {
  addressedPart,
  documentPart,
  inDetail,
  type MediaContext,
  recordedPart,
  storedPart,
} from '../../../media/media-part';
import type { ContentPart, FileContent, MediaAddress } from '../chat-message';

export type MediaContent = Extract<
  ContentPart,
  { type: 'image_url' | 'video_url' | 'input_audio' | 'input_video' | 'file' }
>;

/** A picture, sound, film or document as upstream takes it. @throws InvalidRequestError naming the field */
export function mediaPart(part: MediaContent, field: string, context: MediaContext): Part {
  switch (part.type) {
    case 'image_url':
      return pictured(part.image_url, `${field}.image_url`, context);
    case 'video_url':
      return pictured(part.video_url, `${field}.video_url`, context);
    case 'input_audio':
      return recordedPart(part.input_audio, `${field}.input_audio`, 'audio');
    case 'input_video':
      return recordedPart(part.input_video, `${field}.input_video`, 'video');
    case 'file':
      return filed(part.file, `${field}.file`, context);
  }
}

/** The address that a part points to, if it does. */
export function addressOf(part: ContentPart): string | undefined {
  if (part.type === 'image_url') return urlOf(part.image_url);
  if (part.type === 'video_url') return urlOf(part.video_url);
  return part.type === 'file' ? (part.file.file_data ?? part.file.file_id ?? undefined) : undefined;
}

function pictured(address: string | MediaAddress, field: string, context: MediaContext): Part {
  if (typeof address === 'string') return addressedPart(address, field, context);
  return inDetail(addressedPart(address.url, `${field}.url`, context), address.detail, context.features);
}

function urlOf(address: string | MediaAddress): string {
  return typeof address === 'string' ? address : address.url;
}

function filed(
  { file_data: data, file_id: id, filename }: FileContent,
  field: string,
  context: MediaContext,
): Part {
  if (data == null || data === '') return storedPart(id ?? '', `${field}.file_id`);
  return documentPart(data, filename ?? '', `${field}.file_data`, context);
}
