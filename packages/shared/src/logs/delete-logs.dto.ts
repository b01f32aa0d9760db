import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, IsOptional, ValidateNested } from 'class-validator';
import { OptionalFlag } from '../fields/optional-fields.js';
import { ErrorLogFilter, RequestLogFilter } from './log-filters.js';

class DeleteLogsDto {
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(10_000)
  @IsInt({ each: true })
  ids?: number[];

  @OptionalFlag()
  all?: boolean;
}

/** Body of `POST /api/logs/requests/delete`. One of the three is given. */
export class DeleteRequestLogsDto extends DeleteLogsDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => RequestLogFilter)
  filter?: RequestLogFilter;
}

/** Body of `POST /api/logs/errors/delete`. One of the three is given. */
export class DeleteErrorLogsDto extends DeleteLogsDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => ErrorLogFilter)
  filter?: ErrorLogFilter;
}

/** Answer of both. */
export interface DeletedLogsDto {
  /** Rows deleted by now. */
  deleted: number;
  /** False while the rest is being deleted, behind this answer. */
  isDone: boolean;
}
