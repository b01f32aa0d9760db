import type { PicturePiece, ToldCall } from '../../reply/reply-piece';
import type { KnownTool } from '../tools/call-form';
import { CALL_FORMS, CALL_KINDS } from '../tools/call-forms';
import type { ResponseEvents } from './response-events';
import type { OutputItem } from './response-object';

/** A call as an item. */
export function callItem(call: ToldCall, tool: KnownTool, id: string): OutputItem {
  const form = CALL_FORMS[tool.kind];
  return {
    id,
    type: form.callType,
    status: 'completed',
    call_id: call.id,
    ...form.fieldsOf(call.args, tool),
  };
}

/** A picture as an item. */
export function pictureItem({ base64, mimeType }: PicturePiece, id: string): OutputItem {
  const output_format = mimeType.replace(/^image\//, '');
  return { id, type: 'image_generation_call', status: 'completed', result: base64, output_format };
}

/** The events of an item that is there at once: what clients expect to grow grows in one step. */
export function wholeItem(events: ResponseEvents, item: OutputItem, index: number): string {
  const kind = CALL_KINDS.get(item.type);
  const streamed = kind && CALL_FORMS[kind].streamed;
  const added = {
    ...item,
    ...('status' in item && { status: 'in_progress' }),
    ...(item.type === 'image_generation_call' && { result: null }),
    ...(streamed && { [streamed.field]: '' }),
  };
  const place = { id: item.id, index };
  const value = streamed && item[streamed.field];
  return (
    events.item('response.output_item.added', index, added) +
    (streamed
      ? events.within(`${streamed.event}.delta`, place, { delta: value }) +
        events.within(`${streamed.event}.done`, place, { [streamed.field]: value, ...named(item) })
      : '') +
    (item.type === 'image_generation_call'
      ? events.within('response.image_generation_call.completed', place, {})
      : '') +
    events.item('response.output_item.done', index, item)
  );
}

function named({ type, name }: OutputItem): { readonly name?: unknown } {
  return type === 'function_call' ? { name } : {};
}
