import { MODEL_AVAILABILITIES, MODEL_KINDS, MODEL_SORTS } from '@gemini-balance/shared';
import { oneOf, words, type FiltersOf } from '../../lib/url-filters';

/** What narrows the list of models, in the address bar. */
export const MODEL_FILTERS = {
  search: words(200),
  kind: oneOf(MODEL_KINDS),
  shown: oneOf(['offered', 'hidden'] as const),
  keys: oneOf(MODEL_AVAILABILITIES),
};

/** How the list of models is sorted, in the address bar. */
export const MODEL_SORTING = { sort: oneOf(MODEL_SORTS), order: oneOf(['asc', 'desc'] as const) };

export type ModelQuery = FiltersOf<typeof MODEL_FILTERS> & FiltersOf<typeof MODEL_SORTING>;
