import { needsFor } from '../../conversation/needs';
import { shownPictures } from '../../media/markdown-pictures';
import type { Need } from '../../protocol-adapter';
import { addressesIn } from './blocks/addresses';
import { allCalls } from './blocks/assistant-blocks';
import { isKnown } from './blocks/check-blocks';
import type { Message, MessagesRequest } from './messages-request';

/** What has to be fetched before the request can be translated. */
export function needsOf({ messages }: MessagesRequest): readonly Need[] {
  return needsFor(
    messages.flatMap(({ content }) => addressesIn(content)),
    allCalls(messages),
    [],
    shownPictures(messages.flatMap(answeredTexts)),
  );
}

function answeredTexts({ role, content }: Message): readonly string[] {
  if (role !== 'assistant') return [];
  if (typeof content === 'string') return [content];
  return content.flatMap((block) => (isKnown(block) && block.type === 'text' ? block.text : []));
}
