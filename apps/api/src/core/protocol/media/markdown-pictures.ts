import type { Part } from '../../gemini/content';
import { parseBase64 } from '../../gemini/media/base64';
import { upstreamMediaType } from '../../gemini/media/media-types';
import type { Resolved } from '../protocol-adapter';

/** Up to the base64 of a picture, or the whole of one behind an address. The base64 itself would fill the stack. */
const PICTURE =
  /!\[[^\]]{0,1000}\]\((?:data:(image\/[\w.+-]{1,100});base64,|(https?:\/\/[^\s()<>]{1,4000})\))/g;
/** Earlier ones are not looked at again. */
const MOST_SHOWN = 16;

/**
 * A text with pictures in Markdown, as parts: data URIs, which would otherwise be read as megabytes of text, and web addresses
 * whose pictures are among `media`.
 */
export function splitMarkdownPictures(text: string, media: Resolved['media']): Part[] {
  if (!text.includes('](data:image/') && (media.size === 0 || !text.includes('](http'))) return [{ text }];
  const parts: Part[] = [];
  let end = 0;
  for (const shown of picturesIn(text)) {
    const picture = pictureOf(shown, media);
    if (picture === undefined) continue;
    pushText(parts, text.slice(end, shown.start));
    parts.push(picture);
    end = shown.end;
  }
  pushText(parts, text.slice(end));
  return parts;
}

/** The web addresses of the latest pictures that the texts show. */
export function shownPictures(texts: readonly (string | undefined)[]): readonly string[] {
  const shown = new Set<string>();
  for (const text of texts) {
    if (!text?.includes('](http')) continue;
    for (const { address } of picturesIn(text)) if (address !== undefined) shown.add(address);
  }
  return [...shown].slice(-MOST_SHOWN);
}

/** A picture in a text, from `start` to `end`: a data URI, or an address. */
interface ShownPicture {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly base64: string;
  readonly address: string | undefined;
}

function* picturesIn(text: string): Generator<ShownPicture> {
  for (const { 0: head, 1: type = '', 2: address, index: start } of text.matchAll(PICTURE)) {
    const begin = start + head.length;
    const closeAt = address === undefined ? text.indexOf(')', begin) : begin - 1;
    if (closeAt < 0) return;
    yield { start, end: closeAt + 1, type, base64: text.slice(begin, closeAt), address };
  }
}

function pictureOf({ type, base64, address }: ShownPicture, media: Resolved['media']): Part | undefined {
  if (address === undefined) {
    const data = parseBase64(base64);
    return data === undefined ? undefined : { inlineData: { mimeType: upstreamMediaType(type), data } };
  }
  const fetched = media.get(address);
  if (!fetched?.mimeType.startsWith('image/')) return undefined;
  return { inlineData: { mimeType: fetched.mimeType, data: fetched.base64 } };
}

function pushText(parts: Part[], text: string): void {
  if (text.trim() !== '') parts.push({ text });
}
