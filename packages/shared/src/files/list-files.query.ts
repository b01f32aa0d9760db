import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import { FileFilterDto } from './file-filter.dto.js';

/** created: when it was uploaded · expires: when upstream removes it · size: in bytes. */
export const FILE_SORTS = ['created', 'expires', 'size'] as const;
export type FileSort = (typeof FILE_SORTS)[number];

/** Query of `GET /api/files`. */
export class ListFilesQuery extends FileFilterDto {
  /** `created` unless given; files that are equal in it come in the order in which they were uploaded. */
  @OptionalWord(FILE_SORTS)
  sort?: FileSort;

  /** `desc` unless given. */
  @OptionalWord(['asc', 'desc'])
  order?: 'asc' | 'desc';

  /** From the page before, of the same filter and sort. */
  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, 500)
  limit?: number;
}
