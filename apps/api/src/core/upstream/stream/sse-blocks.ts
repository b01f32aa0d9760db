const BLANK_LINE = /\r\n\r\n|\n\n|\r\r/g;
const LINE_END = /\r\n|\n|\r/;

/** The blocks of server-sent events, each with the blank line that ends it; the last may lack one. Bytes as latin1. */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  for (const { 0: blank, index } of text.matchAll(BLANK_LINE)) {
    blocks.push(text.slice(start, index + blank.length));
    start = index + blank.length;
  }
  if (start < text.length) blocks.push(text.slice(start));
  return blocks;
}

/** The JSON text in a block's `data:` lines; undefined where it has none. Takes latin1, returns the decoded text. */
export function payloadOf(block: string): string | undefined {
  const lines = block.split(LINE_END).filter((line) => line.startsWith('data:'));
  if (lines.length === 0) return undefined;
  return decode(lines.map((line) => line.slice(5)).join('\n'));
}

/** Bytes that were read as latin1, read as the UTF-8 they are. */
export function decode(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
