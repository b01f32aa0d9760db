import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const toBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** What both logs are filtered by. All that is given has to hold. */
export class LogFilter {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  keyId?: number;

  /** A whole key, or either end of one. */
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  key?: string;

  /** 0 for the admin token. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  tokenId?: number;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  model?: string;

  /** The route's pattern: `/v1beta/models/*`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  route?: string;

  /** A status, such as 429, or a class of them, such as 5xx. */
  @IsOptional()
  @Matches(/^[1-5](\d\d|xx)$/i, { message: 'status is a number such as 429, or a class such as 5xx' })
  status?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  requestId?: string;

  /** UTC milliseconds, inclusive. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  fromMs?: number;

  /** UTC milliseconds, exclusive. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  toMs?: number;

  /** Part of a text. It is looked for in the 24 hours that end at `toMs`, or now. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}

/** Filters of the request log. */
export class RequestLogFilter extends LogFilter {
  /** The gateway's code for what went wrong: `rate_limited`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  code?: string;

  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  isFailure?: boolean;

  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  isStream?: boolean;
}

/** Filters of the error log; `status` is upstream's. */
export class ErrorLogFilter extends LogFilter {
  /** What the attempt proved: `rate_limited`, `invalid_key`, … */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  type?: string;
}

const DEFAULT_MOST = 500;

/** Query of `GET /api/logs/requests`. */
export class ListRequestLogsQuery extends RequestLogFilter {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(DEFAULT_MOST)
  limit?: number;
}

/** Query of `GET /api/logs/errors`. */
export class ListErrorLogsQuery extends ErrorLogFilter {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(DEFAULT_MOST)
  limit?: number;
}
