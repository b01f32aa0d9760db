import { OpenMessage } from './open-message';
import { OpenReasoning } from './open-reasoning';
import { ResponseEvents } from './response-events';
import type { ContentOfMessage, OutputItem, ResponseObject } from './response-object';
import { wholeItem } from './whole-items';

/**
 * The stream of a response that is complete, as it could have come. @param startingAfter leaves out the events up to that
 * number.
 */
export function replayedStream(response: ResponseObject, startingAfter = -1): string {
  const events = new ResponseEvents(startingAfter + 1);
  const begun: ResponseObject = {
    ...response,
    status: 'in_progress',
    output: [],
    usage: null,
    incomplete_details: null,
  };
  return (
    events.lifecycle('response.created', begun) +
    events.lifecycle('response.in_progress', begun) +
    response.output.map((item, index) => replayedItem(events, item, index)).join('') +
    events.lifecycle(`response.${response.status}`, response)
  );
}

function replayedItem(events: ResponseEvents, item: OutputItem, index: number): string {
  const place = { id: item.id, index };
  if (item.type === 'reasoning') {
    const reasoning = new OpenReasoning(events, place);
    const text = (item.summary as { text: string }[]).map((part) => part.text).join('');
    const begun = reasoning.begin() + (text === '' ? '' : reasoning.say(text));
    return begun + reasoning.close(item.encrypted_content as string | undefined).frames;
  }
  const part = item.type === 'message' ? (item.content as ContentOfMessage[])[0] : undefined;
  if (part === undefined) return wholeItem(events, item, index);
  const message = new OpenMessage(events, place, part.type);
  const begun = message.begin();
  const said =
    part.type === 'refusal'
      ? message.say(part.refusal)
      : message.say(part.text, part.logprobs) + message.annotate(part.annotations);
  return begun + said + message.close(item.status as 'completed' | 'incomplete').frames;
}
