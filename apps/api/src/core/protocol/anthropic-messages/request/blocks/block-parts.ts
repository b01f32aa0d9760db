import type { Part } from '../../../../gemini/content';
import type { WishContext } from '../../../generation/translation';
import { addressedPart, inlinePart, type MediaContext, storedPart } from '../../../media/media-part';
import type { Base64Source, Block, DocumentBlock, FileSource, UrlSource } from './block';
import { isKnown } from './check-blocks';

/** Blocks as upstream's parts, in order: texts that are not empty, pictures and documents. @throws InvalidRequestError naming the field */
export function contentParts(
  content: string | readonly Block[],
  field: string,
  context: WishContext,
): Part[] {
  if (typeof content === 'string') return textParts(content);
  return content.flatMap((block, index) => blockParts(block, `${field}[${index}]`, context));
}

/** One block. Calls and results are told elsewhere, thoughts nowhere. @throws InvalidRequestError naming the field */
export function blockParts(block: Block, field: string, context: WishContext): Part[] {
  if (!isKnown(block)) {
    context.changes.push('blocks of a type that upstream has no place for dropped');
    return [];
  }
  switch (block.type) {
    case 'text':
      return textParts(block.text);
    case 'image':
      return [mediaPart(block.source, `${field}.source`, context)];
    case 'document':
      return documentParts(block, `${field}.source`, context);
    case 'search_result':
      return [
        { text: heading(block.title, block.source) },
        ...contentParts(block.content, `${field}.content`, context),
      ];
    case 'tool_reference':
      return [{ text: block.tool_name }];
    case 'tool_use':
    case 'tool_result':
    case 'thinking':
    case 'redacted_thinking':
      return [];
  }
}

function textParts(text: string): Part[] {
  return text === '' ? [] : [{ text }];
}

function documentParts(
  { source, title, context: about }: DocumentBlock,
  field: string,
  context: WishContext,
): Part[] {
  const head = title || about ? [{ text: heading(title, about) }] : [];
  if (source.type === 'text') return [...head, ...textParts(source.data)];
  if (source.type === 'content')
    return [...head, ...contentParts(source.content, `${field}.content`, context)];
  return [...head, mediaPart(source, field, context)];
}

function heading(...lines: (string | null | undefined)[]): string {
  return `${lines.filter(Boolean).join('\n')}\n`;
}

function mediaPart(
  source: Base64Source | UrlSource | FileSource,
  field: string,
  context: MediaContext,
): Part {
  switch (source.type) {
    case 'base64':
      return inlinePart(source.media_type, source.data, `${field}.data`);
    case 'url':
      return addressedPart(source.url, `${field}.url`, context);
    case 'file':
      return storedPart(source.file_id, `${field}.file_id`);
  }
}
