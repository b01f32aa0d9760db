import type { Part } from '../../../../gemini/content';
import { textIn } from '../../../conversation/text-of';
import type { MediaContext } from '../../../media/media-part';
import type { ContentPart, MessageContent } from '../chat-message';
import { mediaPart } from './chat-media';

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
    case 'input_text':
    case 'output_text':
    case 'refusal': {
      const text = textIn(part);
      return text ? { text } : undefined;
    }
    case 'reasoning':
    case 'thinking':
    case 'redacted_thinking':
      return undefined;
    default:
      return mediaPart(part, field, context);
  }
}
