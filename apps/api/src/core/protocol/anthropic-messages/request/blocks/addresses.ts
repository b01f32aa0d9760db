import type { Content } from '../messages-request';
import type { Block, DocumentBlock } from './block';
import { isKnown } from './check-blocks';

/** What names the pictures and documents of a message, those inside of results among them: web addresses and ids. */
export function addressesIn(content: Content | null | undefined): string[] {
  return content == null || typeof content === 'string' ? [] : content.flatMap(addressesOf);
}

function addressesOf(block: Block): string[] {
  if (!isKnown(block)) return [];
  switch (block.type) {
    case 'tool_result':
    case 'search_result':
      return addressesIn(block.content);
    case 'image':
    case 'document':
      return addressesOfSource(block.source);
    default:
      return [];
  }
}

function addressesOfSource(source: DocumentBlock['source']): string[] {
  switch (source.type) {
    case 'url':
      return [source.url];
    case 'file':
      return [source.file_id];
    case 'content':
      return addressesIn(source.content);
    default:
      return [];
  }
}
