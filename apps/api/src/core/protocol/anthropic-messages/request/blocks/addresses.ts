import type { Content } from '../messages-request';
import type { Block } from './block';
import { isKnown } from './check-blocks';

/** The addresses that pictures and documents of a message are to be had from, those inside of results among them. */
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
      if (block.source.type === 'url') return [block.source.url];
      return block.source.type === 'content' ? addressesIn(block.source.content) : [];
    default:
      return [];
  }
}
