import type { JsonObject } from '../../../json-object';
import type { OutputItem, ResponseObject } from './response-object';

/** Writes the events of one response, numbered from 0 without a gap. */
export class ResponseEvents {
  #sequenceNumber = 0;

  /** @param skipTo leaves out the events before that number. */
  constructor(private readonly skipTo = 0) {}

  /** An event about the whole response. */
  lifecycle(type: `response.${string}`, response: ResponseObject): string {
    return this.#write(type, { response });
  }

  /** An event about the item at that place of the output. */
  item(type: `response.output_item.${'added' | 'done'}`, outputIndex: number, item: OutputItem): string {
    return this.#write(type, { output_index: outputIndex, item });
  }

  /** An event within an item. */
  within(type: string, item: { readonly id: string; readonly index: number }, fields: JsonObject): string {
    return this.#write(type, { item_id: item.id, output_index: item.index, ...fields });
  }

  #write(type: string, fields: object): string {
    const number = this.#sequenceNumber++;
    if (number < this.skipTo) return '';
    return `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number, ...fields })}\n\n`;
  }
}
