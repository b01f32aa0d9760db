import type { MessageContent } from './chat-message';

/** All text of a message, its parts on lines of their own. Reasoning and media are none. */
export function textOf(content: MessageContent | null | undefined): string {
  if (content == null) return '';
  if (typeof content === 'string') return content;
  return content
    .flatMap((part) => (part.type === 'text' ? part.text : part.type === 'refusal' ? part.refusal : []))
    .filter((text) => text !== '')
    .join('\n');
}
