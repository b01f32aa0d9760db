import { KEY_KINDS, KEY_SORTS, KEY_STATES } from '@gemini-balance/shared';
import { oneOf, wholeNumber, words, type FiltersOf } from '../../lib/url-filters';

/** What narrows the list of keys, in the address bar. */
export const KEY_FILTERS = {
  state: oneOf(KEY_STATES),
  kind: oneOf(KEY_KINDS),
  group: words(100),
  project: words(100),
  minFailures: wholeNumber(1),
  model: words(200),
  egress: words(500),
  search: words(200),
};

/** How the list of keys is sorted, in the address bar. */
export const KEY_SORTING = { sort: oneOf(KEY_SORTS), order: oneOf(['asc', 'desc'] as const) };

export type KeyFilters = FiltersOf<typeof KEY_FILTERS>;
export type KeyQuery = KeyFilters & FiltersOf<typeof KEY_SORTING>;
