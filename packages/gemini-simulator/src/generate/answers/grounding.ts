import type { Chunk } from './chunk';

const SOURCES = ['example.com', 'example.org', 'example.net'];
const MAX_SUPPORTS = 6;
const TITLES_MAX = 80;

/**
 * `groundingMetadata` of an answer: a support for each of its sentences. Offsets are bytes of the answer's UTF-8, and the
 * offset 0 is left out, as upstream does with defaults.
 */
export function groundingOf(text: string, asked: string): Chunk {
  const query = asked.slice(0, TITLES_MAX).trim() || 'simulated search';
  return {
    webSearchQueries: [query],
    searchEntryPoint: {
      renderedContent: `<div class="container"><a class="chip">${escaped(query)}</a></div>`,
    },
    groundingChunks: SOURCES.map((title, n) => ({ web: { uri: `https://${title}/source/${n}`, title } })),
    groundingSupports: sentences(text)
      .slice(0, MAX_SUPPORTS)
      .map((sentence, n) => support(text, sentence, n)),
  };
}

interface Sentence {
  /** In UTF-16 units. */
  readonly at: number;
  readonly text: string;
}

function support(text: string, sentence: Sentence, n: number): Chunk {
  const startIndex = Buffer.byteLength(text.slice(0, sentence.at));
  const endIndex = startIndex + Buffer.byteLength(sentence.text);
  return {
    segment: { ...(startIndex > 0 ? { startIndex } : {}), endIndex, text: sentence.text },
    groundingChunkIndices: n % 2 === 0 ? [n % SOURCES.length] : [0, n % SOURCES.length],
  };
}

function sentences(text: string): Sentence[] {
  return [...text.matchAll(/\S[^.]*\.?/g)].map((match) => ({ at: match.index, text: match[0] }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
