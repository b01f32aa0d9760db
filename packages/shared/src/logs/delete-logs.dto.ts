import { OptionalFlag, OptionalIds, OptionalPart } from '../fields/optional-fields.js';
import { ErrorLogFilter, RequestLogFilter } from './log-filters.js';

class DeleteLogsDto {
  @OptionalIds(10_000)
  ids?: number[];

  @OptionalFlag()
  all?: boolean;
}

/** Body of `POST /api/logs/requests/delete`. One of the three is given. */
export class DeleteRequestLogsDto extends DeleteLogsDto {
  @OptionalPart(() => RequestLogFilter)
  filter?: RequestLogFilter;
}

/** Body of `POST /api/logs/errors/delete`. One of the three is given. */
export class DeleteErrorLogsDto extends DeleteLogsDto {
  @OptionalPart(() => ErrorLogFilter)
  filter?: ErrorLogFilter;
}

/** Answer of both. */
export interface DeletedLogsDto {
  /** Rows deleted by now. */
  deleted: number;
  /** False while the rest is being deleted, behind this answer. */
  isDone: boolean;
}
