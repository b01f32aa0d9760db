import type { Citation } from '../../reply/citations';
import type { TokenLogprobs } from '../../reply/token-logprobs';
import type { ResponseEvents } from './response-events';
import type { ContentOfMessage, OutputItem, UrlCitation } from './response-object';

/** A message while it is said. It has one part, which is a text or a refusal. */
export class OpenMessage {
  #text = '';
  readonly #logprobs: TokenLogprobs[] = [];
  #annotations: readonly UrlCitation[] = [];

  constructor(
    private readonly events: ResponseEvents,
    readonly place: { readonly id: string; readonly index: number },
    private readonly kind: 'output_text' | 'refusal' = 'output_text',
  ) {}

  get length(): number {
    return this.#text.length;
  }

  begin(): string {
    return (
      this.events.item('response.output_item.added', this.place.index, this.#item('in_progress', [])) +
      this.#within('response.content_part.added', { part: this.#part() })
    );
  }

  say(text: string, logprobs: readonly TokenLogprobs[] = []): string {
    this.#text += text;
    this.#logprobs.push(...logprobs);
    return this.kind === 'refusal'
      ? this.#within('response.refusal.delta', { delta: text })
      : this.#within('response.output_text.delta', { delta: text, logprobs });
  }

  /** @param offset is where the message begins in the text that the citations count in. */
  cite(citations: readonly Citation[], offset: number): string {
    const annotations = citations.flatMap(({ url, title, startIndex, endIndex }): UrlCitation[] => {
      const [start, end] = [startIndex - offset, endIndex - offset];
      if (start < 0 || end > this.#text.length) return [];
      return [{ type: 'url_citation', url, title, start_index: start, end_index: end }];
    });
    return this.annotate(annotations);
  }

  annotate(annotations: readonly UrlCitation[]): string {
    this.#annotations = annotations;
    return annotations
      .map((annotation, index) =>
        this.#within('response.output_text.annotation.added', { annotation_index: index, annotation }),
      )
      .join('');
  }

  close(status: 'completed' | 'incomplete'): { readonly frames: string; readonly item: OutputItem } {
    const part = this.#part();
    const item = this.#item(status, [part]);
    const frames =
      (part.type === 'refusal'
        ? this.#within('response.refusal.done', { refusal: part.refusal })
        : this.#within('response.output_text.done', { text: part.text, logprobs: part.logprobs })) +
      this.#within('response.content_part.done', { part }) +
      this.events.item('response.output_item.done', this.place.index, item);
    return { frames, item };
  }

  #within(type: string, fields: Readonly<Record<string, unknown>>): string {
    return this.events.within(type, this.place, { content_index: 0, ...fields });
  }

  #part(): ContentOfMessage {
    if (this.kind === 'refusal') return { type: 'refusal', refusal: this.#text };
    return {
      type: 'output_text',
      text: this.#text,
      annotations: this.#annotations,
      logprobs: [...this.#logprobs],
    };
  }

  #item(status: string, content: readonly ContentOfMessage[]): OutputItem {
    return { id: this.place.id, type: 'message', status, role: 'assistant', content };
  }
}
