import { needsFor } from '../../conversation/needs';
import { textIn } from '../../conversation/text-of';
import { shownPictures } from '../../media/markdown-pictures';
import type { Need } from '../../protocol-adapter';
import type { ChatMessage } from './chat-message';
import type { ChatRequest } from './chat-request';
import { addressOf } from './conversation/chat-media';
import { allCalls } from './conversation/made-calls';
import { leadingInstructions } from './conversation/system-instruction';
import { googleExtras } from './google-extras';

/** What has to be fetched before the request can be translated. */
export function needsOf(request: ChatRequest): readonly Need[] {
  const { messages } = request;
  const { cachedContent } = googleExtras(request);
  // The instructions at the beginning hold nothing but text.
  const addresses: string[] = [];
  for (let index = leadingInstructions(messages).end; index < messages.length; index += 1)
    addresses.push(...addressesIn(messages[index]!));
  const kept = cachedContent === undefined ? [] : [cachedContent];
  return needsFor(addresses, allCalls(messages), kept, shownPictures(messages.flatMap(answeredTexts)));
}

function answeredTexts({ role, content }: ChatMessage): readonly (string | undefined)[] {
  if (role !== 'assistant' || content == null) return [];
  return typeof content === 'string' ? [content] : content.map(textIn);
}

function addressesIn({ content }: ChatMessage): string[] {
  if (content == null || typeof content === 'string') return [];
  return content.flatMap((part) => addressOf(part) ?? []);
}
