import { IsOptional, Matches } from 'class-validator';
import {
  OptionalKeyPart,
  OptionalQueryFlag,
  OptionalQueryInt,
  OptionalText,
} from '../fields/optional-fields.js';
import { TimeWindow } from '../paging/time-window.js';

/** What both logs are filtered by. All that is given has to hold. */
export class LogFilter extends TimeWindow {
  @OptionalQueryInt()
  keyId?: number;

  /** A whole key, or either end of one. */
  @OptionalKeyPart()
  key?: string;

  /** 0 for the admin token. */
  @OptionalQueryInt()
  tokenId?: number;

  @OptionalText(100)
  model?: string;

  /** The route's pattern: `/v1beta/models/*`. */
  @OptionalText(200)
  route?: string;

  /** A status, such as 429, or a class of them, such as 5xx. */
  @IsOptional()
  @Matches(/^[1-5](\d\d|xx)$/i, { message: 'status is a number such as 429, or a class such as 5xx' })
  status?: string;

  @OptionalText(64)
  requestId?: string;

  /** Part of a text. It is looked for in the 24 hours that end at `toMs`, or now. */
  @OptionalText(200)
  text?: string;
}

/** Filters of the request log. */
export class RequestLogFilter extends LogFilter {
  /** The gateway's code for what went wrong: `rate_limited`. */
  @OptionalText(64)
  code?: string;

  @OptionalQueryFlag()
  isFailure?: boolean;

  @OptionalQueryFlag()
  isStream?: boolean;
}

/** Filters of the error log; `status` is upstream's. */
export class ErrorLogFilter extends LogFilter {
  /** What the attempt proved: `rate_limited`, `invalid_key`, … */
  @OptionalText(40)
  type?: string;
}

const DEFAULT_MOST = 500;

/** Query of `GET /api/logs/requests`. */
export class ListRequestLogsQuery extends RequestLogFilter {
  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, DEFAULT_MOST)
  limit?: number;
}

/** Query of `GET /api/logs/errors`. */
export class ListErrorLogsQuery extends ErrorLogFilter {
  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, DEFAULT_MOST)
  limit?: number;
}
