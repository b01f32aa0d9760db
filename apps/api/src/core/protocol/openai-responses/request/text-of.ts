import type { ContentPart, ItemContent } from './input-item';

/** All text of a content, its parts on lines of their own. Reasoning and media are none. */
export function textOf(content: ItemContent): string {
  if (typeof content === 'string') return content;
  return content
    .map(textIn)
    .filter((text) => text)
    .join('\n');
}

/** The text of a part; undefined for parts of other kinds. */
export function textIn(part: ContentPart): string | undefined {
  switch (part.type) {
    case 'input_text':
    case 'output_text':
    case 'text':
    case 'summary_text':
      return part.text;
    case 'refusal':
      return part.refusal;
    default:
      return undefined;
  }
}
