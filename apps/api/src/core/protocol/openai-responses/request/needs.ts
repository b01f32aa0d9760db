import { needsFor } from '../../conversation/needs';
import { textIn } from '../../conversation/text-of';
import { shownPictures } from '../../media/markdown-pictures';
import type { Need } from '../../protocol-adapter';
import { broughtSignatures } from './conversation/brought-signatures';
import { madeCall, resultContent } from './conversation/call-items';
import { addressesIn } from './conversation/content-parts';
import { endOfInstructions } from './conversation/responses-conversation';
import { type InputItem, isMessage } from './input-item';
import { itemsOf, type ResponsesRequest } from './responses-request';

/** What has to be fetched before the request can be translated. */
export function needsOf(request: ResponsesRequest): readonly Need[] {
  const items = itemsOf(request);
  const signatures = broughtSignatures(request);
  // The instructions at the beginning hold nothing but text.
  const addresses = items
    .slice(endOfInstructions(items))
    .flatMap(({ item }) => addressesIn(isMessage(item) ? item.content : resultContent(item)));
  return needsFor(
    addresses,
    items.flatMap(({ item }) => madeCall(item, signatures) ?? []),
    [],
    shownPictures(items.flatMap(({ item }) => answeredTexts(item))),
  );
}

function answeredTexts(item: InputItem): readonly (string | undefined)[] {
  if (!isMessage(item) || item.role !== 'assistant') return [];
  return typeof item.content === 'string' ? [item.content] : item.content.map(textIn);
}
