import type { Part } from '../../gemini/content';
import { parseBase64 } from '../../gemini/base64';
import { upstreamMediaType } from '../../gemini/media-types';

const PICTURE = /!\[[^\]]*\]\(data:(image\/[\w.+-]+);base64,([A-Za-z0-9+/_-]+=*)\)/g;

/** A text whose pictures are data URIs in Markdown, as parts: otherwise megabytes of base64 would be read as text. */
export function splitMarkdownPictures(text: string): Part[] {
  if (!text.includes('](data:image/')) return [{ text }];
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PICTURE)) {
    const data = parseBase64(match[2] ?? '');
    if (data === undefined) continue;
    pushText(parts, text.slice(end, match.index));
    parts.push({ inlineData: { mimeType: upstreamMediaType(match[1] ?? ''), data } });
    end = match.index + match[0].length;
  }
  pushText(parts, text.slice(end));
  return parts;
}

function pushText(parts: Part[], text: string): void {
  if (text.trim() !== '') parts.push({ text });
}
