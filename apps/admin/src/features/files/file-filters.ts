import { FILE_SORTS, FILE_STATES } from '@gemini-balance/shared';
import { oneOf, wholeNumber, words, type FiltersOf } from '../../lib/url-filters';

/** What narrows the list of files, in the address bar. */
export const FILE_FILTERS = {
  state: oneOf(FILE_STATES),
  tokenId: wholeNumber(0),
  keyId: wholeNumber(1),
  key: atLeastThree,
  search: words(200),
};

/** How the list of files is sorted, in the address bar. */
export const FILE_SORTING = { sort: oneOf(FILE_SORTS), order: oneOf(['asc', 'desc'] as const) };

export type FileFilters = FiltersOf<typeof FILE_FILTERS>;
export type FileQuery = FileFilters & FiltersOf<typeof FILE_SORTING>;

/** Less of a key names too many. */
function atLeastThree(text: string): string | undefined {
  return text.length < 3 ? undefined : text.slice(0, 200);
}
