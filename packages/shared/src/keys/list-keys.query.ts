import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { KEY_KINDS, KEY_STATES, type KeyKind, type KeyState } from './key-state.js';

/** Query of `GET /api/keys`. */
export class ListKeysQuery {
  @IsOptional()
  @IsIn(KEY_STATES)
  state?: KeyState;

  @IsOptional()
  @IsIn(KEY_KINDS)
  kind?: KeyKind;

  /** Part of a note, group or project; or a whole key, or either end of one. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;

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
