import type { ClientExchange, ResponseHeaders } from '../../http/exchange/client-exchange';

const HEADER = 'x-request-changes';
const LONGEST_HEADER = 1_000;
const MOST_REMEMBERED = 1_000;
const NONE: ResponseHeaders = {};

/** Tells what of a request was changed so that upstream takes it: the client by a header, the operator by the log. */
export class ChangeReport {
  /** An agent sends the same tools with every turn: each set of changes is told once at the level of the log. */
  readonly #told = new Set<string>();

  constructor(
    /** `isNew` is false for what was told before. */
    private readonly tell: (changes: string, requestId: string, isNew: boolean) => void,
  ) {}

  headersFor({ requestId }: ClientExchange, changes: readonly string[]): ResponseHeaders {
    if (changes.length === 0) return NONE;
    const text = changes.join('; ');
    const isNew = !this.#told.has(text);
    if (this.#told.size >= MOST_REMEMBERED) this.#told.clear();
    this.#told.add(text);
    this.tell(text, requestId, isNew);
    return { [HEADER]: headerText(text) };
  }
}

function headerText(text: string): string {
  const ascii = text.replace(/[^\x20-\x7e]/g, '?');
  return ascii.length <= LONGEST_HEADER ? ascii : `${ascii.slice(0, LONGEST_HEADER - 3)}...`;
}
