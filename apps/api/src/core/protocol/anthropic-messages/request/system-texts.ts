import { isKnown } from './blocks/check-blocks';
import type { Content } from './messages-request';

/** A line that Claude Code writes for Anthropic's bill. It changes from request to request, and no cache would ever hit. */
const BILLING_LINE = /^x-anthropic-billing-header:[^\n]*\n?/;

/** The instructions, one text for each block that says something. Other blocks are named in `changes`. */
export function systemTexts(system: Content | null | undefined, changes: string[]): string[] {
  if (system == null) return [];
  const texts = typeof system === 'string' ? [system] : blockTexts(system, changes);
  return texts.map((text) => text.replace(BILLING_LINE, '')).filter((text) => text.trim() !== '');
}

function blockTexts(blocks: Exclude<Content, string>, changes: string[]): string[] {
  return blocks.flatMap((block) => {
    if (isKnown(block) && block.type === 'text') return block.text;
    changes.push('blocks other than text in system dropped');
    return [];
  });
}
