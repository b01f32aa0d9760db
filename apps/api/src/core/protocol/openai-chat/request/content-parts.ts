import type { Part } from '../../../gemini/content';
import type { MediaContext } from '../../media/media-part';
import { mediaPart } from './chat-media';
import type { ContentPart, MessageContent } from './chat-message';

/** The content of a message as upstream's parts, in order: texts that are not empty, and media. */
export function contentParts(
  content: MessageContent | null | undefined,
  field: string,
  context: MediaContext,
): Part[] {
  if (content == null || content === '') return [];
  if (typeof content === 'string') return [{ text: content }];
  return content.flatMap((part, index) => contentPart(part, `${field}[${index}]`, context) ?? []);
}

function contentPart(part: ContentPart, field: string, context: MediaContext): Part | undefined {
  switch (part.type) {
    case 'text':
      return part.text === '' ? undefined : { text: part.text };
    case 'refusal':
      return part.refusal === '' ? undefined : { text: part.refusal };
    case 'reasoning':
    case 'thinking':
    case 'redacted_thinking':
      return undefined;
    default:
      return mediaPart(part, field, context);
  }
}
