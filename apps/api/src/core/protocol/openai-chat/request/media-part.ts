import { InvalidRequestError } from '../../../gateway-error';
import type { Part } from '../../../gemini/content';
import { mediaSourceOf } from '../../../gemini/media-source';
import { mediaTypeOf, typeOfFilename, typeOfFormat } from '../../../gemini/media-types';
import type { ModelFeatures } from '../../../gemini/model-features';
import type { Resolved } from '../../protocol-adapter';
import type { ContentPart, FileContent, InlineMedia, MediaAddress } from './chat-message';
import { wrong } from './field-checks';

export type MediaContent = Extract<
  ContentPart,
  { type: 'image_url' | 'video_url' | 'input_audio' | 'input_video' | 'file' }
>;

export interface MediaContext {
  readonly media: Resolved['media'];
  readonly mediaFailures?: Resolved['mediaFailures'];
  readonly features: ModelFeatures;
}

const RESOLUTIONS: ReadonlyMap<unknown, string> = new Map([
  ['low', 'MEDIA_RESOLUTION_LOW'],
  ['high', 'MEDIA_RESOLUTION_HIGH'],
]);

/** A picture, sound, film or document as upstream takes it. @throws InvalidRequestError naming the field */
export function mediaPart(part: MediaContent, field: string, context: MediaContext): Part {
  switch (part.type) {
    case 'image_url':
      return pictured(part.image_url, `${field}.image_url`, context);
    case 'video_url':
      return pictured(part.video_url, `${field}.video_url`, context);
    case 'input_audio':
      return recorded(part.input_audio, `${field}.input_audio`, 'audio');
    case 'input_video':
      return recorded(part.input_video, `${field}.input_video`, 'video');
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
  const urlField = typeof address === 'string' ? field : `${field}.url`;
  const part = fromAddress(urlOf(address), urlField, context);
  const detail = typeof address === 'string' ? undefined : address.detail;
  const level = RESOLUTIONS.get(detail);
  return level === undefined || !context.features.takesMediaResolution
    ? part
    : { ...part, mediaResolution: { level } };
}

function urlOf(address: string | MediaAddress): string {
  return typeof address === 'string' ? address : address.url;
}

function fromAddress(
  address: string,
  field: string,
  { media, mediaFailures }: MediaContext,
  name = '',
): Part {
  const source = mediaSourceOf(address);
  if (source === undefined) throw wrong(field, 'a data URI or an http(s) address');
  if (source.kind === 'upstream-file') return { fileData: { fileUri: source.uri } };
  if (source.kind === 'inline') return inline(source.mimeType, source.base64, field, name);
  const fetched = media.get(source.url);
  if (fetched === undefined) {
    const reason = mediaFailures?.get(source.url);
    const because = reason === undefined ? '' : `: ${reason}`;
    throw new InvalidRequestError(`What ${field} points to could not be fetched${because}.`, { field });
  }
  return inline(fetched.mimeType, fetched.base64, field, name);
}

function inline(declared: string, data: string, field: string, filename = ''): Part {
  const mimeType = mediaTypeOf(declared, data) ?? typeOfFilename(filename);
  if (mimeType === undefined) throw wrong(field, 'data of a known type, as data:image/png;base64,…');
  return { inlineData: { mimeType, data } };
}

function recorded({ data, format }: InlineMedia, field: string, kind: 'audio' | 'video'): Part {
  const mimeType = typeOfFormat(format)?.replace(/^(audio|video)\/(mp4|webm)$/, `${kind}/$2`);
  if (!mimeType?.startsWith(`${kind}/`)) throw wrong(`${field}.format`, `a known ${kind} format`);
  const source = mediaSourceOf(data);
  return { inlineData: { mimeType, data: source?.kind === 'inline' ? source.base64 : data } };
}

function filed(
  { file_data: data, file_id: id, filename }: FileContent,
  field: string,
  context: MediaContext,
): Part {
  const name = filename ?? '';
  if (data == null || data === '') {
    const source = mediaSourceOf(id ?? '');
    if (source?.kind === 'upstream-file') return { fileData: { fileUri: source.uri } };
    throw new InvalidRequestError('This gateway keeps no files: send file_data instead of file_id.', {
      field: `${field}.file_id`,
    });
  }
  if (mediaSourceOf(data) !== undefined || data.startsWith('data:'))
    return fromAddress(data, `${field}.file_data`, context, name);
  return inline(typeOfFilename(name) ?? '', data, `${field}.file_data`);
}
