import type { ResponseEvents } from './response-events';
import type { OutputItem } from './response-object';

/** Reasoning while it is told: a summary of one part, which is there once something is said. */
export class OpenReasoning {
  #summary = '';

  constructor(
    private readonly events: ResponseEvents,
    readonly place: { readonly id: string; readonly index: number },
  ) {}

  begin(): string {
    return this.events.item('response.output_item.added', this.place.index, this.#item());
  }

  say(text: string): string {
    const isFirst = this.#summary === '';
    this.#summary += text;
    return (
      (isFirst ? this.#within('_part.added', { part: { type: 'summary_text', text: '' } }) : '') +
      this.#within('_text.delta', { delta: text })
    );
  }

  /** @param encryptedContent is what the client brings back; undefined where it did not ask for it. */
  close(encryptedContent?: string): { readonly frames: string; readonly item: OutputItem } {
    const item = {
      ...this.#item(),
      ...(encryptedContent !== undefined && { encrypted_content: encryptedContent }),
    };
    const text = this.#summary;
    const summary =
      text === ''
        ? ''
        : this.#within('_text.done', { text }) +
          this.#within('_part.done', { part: { type: 'summary_text', text } });
    return {
      frames: summary + this.events.item('response.output_item.done', this.place.index, item),
      item,
    };
  }

  #within(type: string, fields: Readonly<Record<string, unknown>>): string {
    return this.events.within(`response.reasoning_summary${type}`, this.place, {
      summary_index: 0,
      ...fields,
    });
  }

  #item(): OutputItem {
    const summary = this.#summary === '' ? [] : [{ type: 'summary_text', text: this.#summary }];
    return { id: this.place.id, type: 'reasoning', summary };
  }
}
