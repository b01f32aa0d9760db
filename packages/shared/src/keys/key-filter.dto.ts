import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { KEY_KINDS, KEY_STATES, type KeyKind, type KeyState } from './key-state.js';

/** Which keys are meant: those that match everything that is given. */
export class KeyFilterDto {
  @IsOptional()
  @IsIn(KEY_STATES)
  state?: KeyState;

  @IsOptional()
  @IsIn(KEY_KINDS)
  kind?: KeyKind;

  /** The whole name of a group; an empty text for keys without one. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  group?: string;

  /** The whole name of a project; an empty text for keys of which none is known. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  project?: string;

  /** The least number of failures in a row. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  minFailures?: number;

  /** A model that the key rests for now, by itself or with its project. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  model?: string;

  /** The id of the egress proxy that the key's calls go through. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  egress?: string;

  /** Part of a note, group or project; a whole key, either end of one, or a masked key as it is shown. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  search?: string;
}
