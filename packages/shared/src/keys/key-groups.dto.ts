import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { OptionalText } from '../fields/optional-fields.js';

/** Body of `PUT /api/key-groups/:name`. */
export class SaveKeyGroupDto {
  /** The models that keys of the group are used for; a `*` at the end stands for any ending. Absent: every model. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  models?: string[];

  @OptionalText(500)
  note?: string;
}

/** A group of keys: one that a key is in, or of which something is said. */
export interface KeyGroupDto {
  name: string;
  /** Absent for every model. */
  models?: string[];
  note?: string;
  /** How many keys are in it. */
  keys: number;
}
