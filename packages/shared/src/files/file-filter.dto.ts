import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { OptionalQueryInt, OptionalText } from '../fields/optional-fields.js';
import { FILE_STATES, type FileState } from './file.dto.js';

/** Which files are meant: those that match everything that is given. */
export class FileFilterDto {
  @IsOptional()
  @IsIn(FILE_STATES)
  state?: FileState;

  /** 0 for the admin token. */
  @OptionalQueryInt(0)
  tokenId?: number;

  @OptionalQueryInt(1)
  keyId?: number;

  /** A whole key, or either end of one. */
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  key?: string;

  /** Part of a name, a display name or a MIME type. */
  @OptionalText(200)
  search?: string;
}

/** created: when it was uploaded · expires: when upstream removes it · size: in bytes. */
export const FILE_SORTS = ['created', 'expires', 'size'] as const;
export type FileSort = (typeof FILE_SORTS)[number];

/** Query of `GET /api/files`. */
export class ListFilesQuery extends FileFilterDto {
  /** `created` unless given; files that are equal in it come in the order in which they were uploaded. */
  @IsOptional()
  @IsIn(FILE_SORTS)
  sort?: FileSort;

  /** `desc` unless given. */
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';

  /** From the page before, of the same filter and sort. */
  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, 500)
  limit?: number;
}

/** Body of `POST /api/files/jobs`: the files of the ids, or all that match a filter; one of both. An empty filter means every file. */
export class StartFileJobDto {
  @IsIn(['delete'])
  action!: 'delete';

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200_000)
  @IsInt({ each: true })
  ids?: number[];

  @IsOptional()
  @ValidateNested()
  @Type(() => FileFilterDto)
  filter?: FileFilterDto;
}
