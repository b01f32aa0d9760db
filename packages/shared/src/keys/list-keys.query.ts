import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import { KeyFilterDto } from './key-filter.dto.js';

/** created: when it was added · lastUsed: when it was last sent, never-used ones first · the others by number. */
export const KEY_SORTS = ['created', 'lastUsed', 'failures', 'weight', 'inFlight'] as const;
export type KeySort = (typeof KEY_SORTS)[number];

/** Query of `GET /api/keys`. */
export class ListKeysQuery extends KeyFilterDto {
  /** `created` unless given; keys that are equal in it come in the order in which they were added. */
  @OptionalWord(KEY_SORTS)
  sort?: KeySort;

  /** `desc` unless given. */
  @OptionalWord(['asc', 'desc'])
  order?: 'asc' | 'desc';

  /** From the page before, of the same filter and sort. */
  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, 500)
  limit?: number;
}
