import { isJsonObject } from '../../json-object';
import type { Candidate, GenerateContentResponse } from './generate-content-response';

/** As clients know it that look for the block (docs/protocol-notes.md, "Names with suffixes"). */
const HEADING = '**【引用来源】**';

/** Appends to each candidate that was searched for a list of its sources, where it ends. */
export class SourceLinks {
  /** What is still to be said, by the index of the candidate. */
  readonly #blocks = new Map<number, string>();
  readonly #told = new Set<number>();

  /** A reply, or the next chunk of one. */
  add(chunk: GenerateContentResponse): GenerateContentResponse {
    const { candidates } = chunk;
    if (candidates === undefined || candidates.length === 0) return chunk;
    const linked = candidates.map((candidate, position) =>
      this.#candidate(candidate, candidate.index ?? position),
    );
    return linked.every((candidate, position) => candidate === candidates[position])
      ? chunk
      : { ...chunk, candidates: linked };
  }

  #candidate(candidate: Candidate, index: number): Candidate {
    const block = blockOf(candidate.groundingMetadata);
    if (block !== undefined) this.#blocks.set(index, block);
    const text = this.#blocks.get(index);
    const isOver = candidate.finishReason && candidate.finishReason !== 'CONTINUATION';
    if (!isOver || text === undefined || this.#told.has(index)) return candidate;
    this.#told.add(index);
    const parts = [...(candidate.content?.parts ?? []), { text }];
    return { ...candidate, content: { role: 'model', ...candidate.content, parts } };
  }
}

/** Undefined where there are no sources on the web. */
function blockOf(grounding: unknown): string | undefined {
  const chunks: unknown = isJsonObject(grounding) ? grounding.groundingChunks : undefined;
  const links = new Set(Array.isArray(chunks) ? (chunks as unknown[]).flatMap(linkOf) : []);
  return links.size === 0 ? undefined : ['\n\n---', HEADING, ...links].join('\n');
}

function linkOf(chunk: unknown): string[] {
  const web = isJsonObject(chunk) ? chunk.web : undefined;
  if (!isJsonObject(web) || typeof web.uri !== 'string' || web.uri === '') return [];
  const title = typeof web.title === 'string' && web.title !== '' ? web.title : web.uri;
  return [
    `- [${title.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ')}](${web.uri.replace(/[()\s]/g, escaped)})`,
  ];
}

/** What would end the address of a link. */
function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
