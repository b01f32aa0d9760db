import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt } from 'class-validator';

/** Body of `POST /api/keys/enable`, `/disable` and `/delete`. */
export class KeySelectionDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(10_000)
  @IsInt({ each: true })
  ids!: number[];
}

/** How many of the selected keys were changed; those that were in that state already, or are gone, do not count. */
export interface KeySelectionResultDto {
  changed: number;
}
