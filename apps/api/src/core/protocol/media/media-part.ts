import { InvalidRequestError } from '../../gateway-error';
import type { Part } from '../../gemini/content';
import { parseBase64 } from '../../gemini/media/base64';
import { mediaSourceOf } from '../../gemini/media/media-source';
import { mediaTypeOf, typeOfFilename, typeOfFormat } from '../../gemini/media/media-types';
import type { ModelFeatures } from '../../gemini/models/model-features';
import { wrong } from '../envelope/field-checks';
import type { Resolved } from '../protocol-adapter';

export interface MediaContext {
  readonly media: Resolved['media'];
  readonly mediaFailures?: Resolved['mediaFailures'];
  readonly features: ModelFeatures;
}

/** What stands behind an address: a data URI, a file of upstream, or a web address that was fetched. @throws InvalidRequestError naming `field` */
export function addressedPart(
  address: string,
  field: string,
  { media, mediaFailures }: MediaContext,
  filename = '',
): Part {
  const source = mediaSourceOf(address);
  if (source === undefined) throw wrong(field, 'a data URI or an http(s) address');
  if (source.kind === 'upstream-file') return { fileData: { fileUri: source.uri } };
  if (source.kind === 'inline') return inlinePart(source.mimeType, source.base64, field, filename);
  const fetched = media.get(source.url);
  if (fetched === undefined) {
    const reason = mediaFailures?.get(source.url);
    const because = reason === undefined ? '' : `: ${reason}`;
    throw new InvalidRequestError(`What ${field} points to could not be fetched${because}.`, { field });
  }
  return inlinePart(fetched.mimeType, fetched.base64, field, filename);
}

/** Base64 of a declared type, or of the type that it or its file's name looks like. @throws InvalidRequestError naming `field` */
export function inlinePart(declaredType: string, base64: string, field: string, filename = ''): Part {
  const data = checkedBase64(base64, field);
  const mimeType = mediaTypeOf(declaredType, data) ?? typeOfFilename(filename);
  if (mimeType === undefined) throw wrong(field, 'data of a known type, as data:image/png;base64,…');
  return { inlineData: { mimeType, data } };
}

/** Sound or film as base64, or as a data URI, in a named format: `wav`, `mp4`. @throws InvalidRequestError naming `field` */
export function recordedPart(
  { data, format }: { readonly data: string; readonly format: string },
  field: string,
  kind: 'audio' | 'video',
): Part {
  const mimeType = typeOfFormat(format)?.replace(/^(audio|video)\/(mp4|webm)$/, `${kind}/$2`);
  if (!mimeType?.startsWith(`${kind}/`)) throw wrong(`${field}.format`, `a known ${kind} format`);
  const source = mediaSourceOf(data);
  const base64 = source?.kind === 'inline' ? source.base64 : data;
  return { inlineData: { mimeType, data: checkedBase64(base64, `${field}.data`) } };
}

function checkedBase64(text: string, field: string): string {
  const base64 = parseBase64(text);
  if (base64 === undefined) throw wrong(field, 'valid base64');
  return base64;
}

/** A document as a data URI, a web address, or base64 whose file's name tells the type. @throws InvalidRequestError naming `field` */
export function documentPart(data: string, filename: string, field: string, context: MediaContext): Part {
  if (mediaSourceOf(data) !== undefined || data.startsWith('data:'))
    return addressedPart(data, field, context, filename);
  return inlinePart(typeOfFilename(filename) ?? '', data, field);
}

/** A file by its id, which can only be upstream's own address of it. @throws InvalidRequestError naming `field` */
export function storedPart(id: string, field: string): Part {
  const source = mediaSourceOf(id);
  if (source?.kind === 'upstream-file') return { fileData: { fileUri: source.uri } };
  throw new InvalidRequestError('This gateway keeps no files: send the data itself, not an id.', { field });
}

const RESOLUTIONS: ReadonlyMap<unknown, string> = new Map([
  ['low', 'MEDIA_RESOLUTION_LOW'],
  ['high', 'MEDIA_RESOLUTION_HIGH'],
]);

/** A picture in the detail that the client asks for, where the model can be told. */
export function inDetail(part: Part, detail: unknown, { takesMediaResolution }: ModelFeatures): Part {
  const level = RESOLUTIONS.get(detail);
  return level === undefined || !takesMediaResolution ? part : { ...part, mediaResolution: { level } };
}
