import type { Citation } from '../../reply/citations';
import type { CitationsPiece } from '../../reply/reply-piece';
import type { ReplyCitation, ReplySearch, ReplySearchResult } from './message';

/** The passages of a text that rest on a source. */
export function replyCitations({ citations }: CitationsPiece, text: string): ReplyCitation[] {
  return citations.map(({ url, title, startIndex, endIndex }) => ({
    type: 'web_search_result_location',
    url,
    title,
    cited_text: text.slice(startIndex, endIndex),
    encrypted_index: '',
  }));
}

/** The search that found the sources, and what it found: each page once. */
export function searchBlocks(
  { citations, queries }: CitationsPiece,
  id: string,
): [search: ReplySearch, result: ReplySearchResult] {
  const pages = new Map(citations.map((citation): [string, Citation] => [citation.url, citation]));
  const content = [...pages.values()].map(
    ({ url, title }) =>
      ({ type: 'web_search_result', url, title, encrypted_content: '', page_age: null }) as const,
  );
  return [
    { type: 'server_tool_use', id, name: 'web_search', input: { query: queries.join(', ') } },
    { type: 'web_search_tool_result', tool_use_id: id, content },
  ];
}
