import type { Part } from '../../gemini/content';
import { isJsonObject, type JsonObject } from '../../json-object';

/** A passage of an answer and a source that it rests on. */
export interface Citation {
  readonly url: string;
  /** The address itself where the source has no title. */
  readonly title: string;
  /** Where the passage begins and ends in the text of the answer, in UTF-16 units, as JavaScript counts. */
  readonly startIndex: number;
  readonly endIndex: number;
}

/**
 * Follows the text of one candidate, and finds the passages in it that upstream names sources for: upstream tells them in
 * bytes of the UTF-8 text of a part (docs/protocol-notes.md, "Replies"), and parts of a stream are pieces of one.
 */
export class CitedText {
  #text = '';
  /** Where each part begins in the text. */
  readonly #partStarts: number[] = [];
  #lastKind: 'text' | 'thought' | undefined;
  #grounding: JsonObject | undefined;

  /** A part and what of it the client reads. The first part of a chunk goes on with the last one of the chunk before. */
  add(part: Part, said: string, isFirst: boolean): void {
    const kind = part.thought ? 'thought' : typeof part.text === 'string' ? 'text' : undefined;
    if (!isFirst || kind === undefined || kind !== this.#lastKind) this.#partStarts.push(this.#text.length);
    this.#lastKind = kind;
    this.#text += said;
  }

  /** `groundingMetadata`, which in a stream grows or comes with the last chunk. */
  note(grounding: unknown): void {
    if (isJsonObject(grounding) && Array.isArray(grounding.groundingChunks)) this.#grounding = grounding;
  }

  /** What upstream searched for. */
  get queries(): string[] {
    return listOf(this.#grounding?.webSearchQueries).filter((query) => typeof query === 'string');
  }

  /** In the order of the passages' supports; sources that upstream names no passages for stand for the whole answer. */
  get citations(): Citation[] {
    if (this.#grounding === undefined) return [];
    const sources = listOf(this.#grounding.groundingChunks).map(sourceOf);
    const supports = listOf(this.#grounding.groundingSupports);
    if (supports.length > 0) return supports.flatMap((support) => this.#citationsOf(support, sources));
    const range = { startIndex: 0, endIndex: this.#text.length };
    return sources.flatMap((source) => (source === undefined ? [] : [{ ...source, ...range }]));
  }

  #citationsOf(support: unknown, sources: readonly (Source | undefined)[]): Citation[] {
    if (!isJsonObject(support) || !isJsonObject(support.segment)) return [];
    const range = this.#rangeOf(support.segment);
    if (range === undefined) return [];
    return listOf(support.groundingChunkIndices).flatMap((index) => {
      const source = sources[Number(index)];
      return source === undefined ? [] : [{ ...source, ...range }];
    });
  }

  #rangeOf({ partIndex, startIndex, endIndex, text }: JsonObject): Range | undefined {
    const partStart = this.#partStarts[countOf(partIndex)] ?? 0;
    for (const base of new Set([partStart, 0])) {
      const bytes = Buffer.from(this.#text.slice(base));
      const start = base + charsIn(bytes, countOf(startIndex));
      const end = base + charsIn(bytes, countOf(endIndex));
      const isMeant = typeof text !== 'string' || this.#text.slice(start, end) === text;
      if (isMeant && start < end) return { startIndex: start, endIndex: end };
    }
    const at = typeof text === 'string' && text !== '' ? this.#text.indexOf(text) : -1;
    return at < 0 ? undefined : { startIndex: at, endIndex: at + (text as string).length };
  }
}

type Range = Pick<Citation, 'startIndex' | 'endIndex'>;
type Source = Pick<Citation, 'url' | 'title'>;

/** `{web: {uri, title}}`, or another kind of source in place of `web`. */
function sourceOf(chunk: unknown): Source | undefined {
  for (const source of isJsonObject(chunk) ? Object.values(chunk) : []) {
    if (!isJsonObject(source) || typeof source.uri !== 'string' || source.uri === '') continue;
    return { url: source.uri, title: typeof source.title === 'string' ? source.title : source.uri };
  }
  return undefined;
}

/** How many characters the first `count` bytes hold. */
function charsIn(bytes: Buffer, count: number): number {
  return bytes.subarray(0, count).toString('utf8').length;
}

/** Upstream leaves zeros out. */
function countOf(value: unknown): number {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
