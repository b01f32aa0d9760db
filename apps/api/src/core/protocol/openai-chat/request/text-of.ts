import type { ContentPart, MessageContent } from './chat-message';

/** All text of a message, its parts on lines of their own. Reasoning and media are none. */
export function textOf(content: MessageContent | null | undefined): string {
  if (content == null) return '';
  if (typeof content === 'string') return content;
  return content
    .map(textIn)
    .filter((text) => text)
    .join('\n');
}

/** The text of a part; undefined for parts of other kinds. */
export function textIn(part: ContentPart): string | undefined {
  switch (part.type) {
    case 'text':
    case 'input_text':
    case 'output_text':
      return part.text;
    case 'refusal':
      return part.refusal;
    default:
      return undefined;
  }
}
