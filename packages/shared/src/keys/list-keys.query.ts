import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { KeyFilterDto } from './key-filter.dto.js';

/** created: when it was added · lastUsed: when it was last sent, never-used ones first · the others by number. */
export const KEY_SORTS = ['created', 'lastUsed', 'failures', 'weight', 'inFlight'] as const;
export type KeySort = (typeof KEY_SORTS)[number];

/** Query of `GET /api/keys`. */
export class ListKeysQuery extends KeyFilterDto {
  /** `created` unless given; keys that are equal in it come in the order in which they were added. */
  @IsOptional()
  @IsIn(KEY_SORTS)
  sort?: KeySort;

  /** `desc` unless given. */
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';

  /** From the page before, of the same filter and sort. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}
