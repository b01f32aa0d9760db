import type {
  ErrorLogPageDto,
  ListErrorLogsQuery,
  ListRequestLogsQuery,
  RequestDetailsDto,
  RequestLogPageDto,
} from '@gemini-balance/shared';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../../core/clock';
import { NotFoundError } from '../../../core/gateway-error';
import { toErrorLogDto, toRequestLogDto } from './log-dtos';
import type { LogNames } from './log-names';
import { LogPages, type LogRow } from './log-pages';
import { toRequestDetails } from './request-details';
import { selectErrors, selectRequests } from './select-logs';

const DEFAULT_LIMIT = 50;
/** More than there are routes. */
const MOST_ROUTES = 1_000;

/** Reads the request log and the error log. */
export class LogReader {
  readonly #pages: LogPages;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Pick<Clock, 'nowMs'>,
    /** Writes the rows that still wait for their turn. Never rejects. */
    private readonly writeWaiting: () => Promise<void>,
  ) {
    this.#pages = new LogPages(dataSource);
  }

  async requests(query: ListRequestLogsQuery, names: LogNames): Promise<RequestLogPageDto> {
    const keyIds = query.key === undefined ? undefined : names.keysLike?.(query.key);
    const selection = selectRequests(query, this.clock.nowMs(), keyIds);
    const page = await this.#pages.page(selection, query.limit ?? DEFAULT_LIMIT, query.cursor);
    return toPage(
      page.rows.map((row) => toRequestLogDto(row, names)),
      page.nextCursor,
    );
  }

  /** The patterns of the routes that the request log holds. One step through the index for each, however many rows there are. */
  async routes(): Promise<string[]> {
    const found: string[] = [];
    while (found.length < MOST_ROUTES) {
      const rows: { route: string | null }[] = await this.dataSource.query(
        'SELECT MIN(route) AS route FROM request_logs WHERE route > ?',
        [found.at(-1) ?? ''],
      );
      const route = rows[0]?.route;
      if (route === null || route === undefined) break;
      found.push(route);
    }
    return found;
  }

  async errors(query: ListErrorLogsQuery, names: LogNames): Promise<ErrorLogPageDto> {
    const keyIds = query.key === undefined ? undefined : names.keysLike?.(query.key);
    const selection = selectErrors(query, this.clock.nowMs(), keyIds);
    const page = await this.#pages.page(selection, query.limit ?? DEFAULT_LIMIT, query.cursor);
    return toPage(
      page.rows.map((row) => toErrorLogDto(row, names)),
      page.nextCursor,
    );
  }

  /** The request of a row of either log, with its attempts. @throws NotFoundError */
  async detailsOf(
    table: 'request_logs' | 'attempt_logs',
    id: number,
    names: LogNames,
  ): Promise<RequestDetailsDto> {
    const row = await this.#pages.byId(table, id);
    if (row === undefined) throw new NotFoundError('There is no such row in the log.');
    return this.lookUp(String(row['requestId']), names);
  }

  /**
   * A request with its attempts, by the id that clients are told; also one that has just been answered.
   * @throws NotFoundError
   */
  async lookUp(requestId: string, names: LogNames): Promise<RequestDetailsDto> {
    await this.writeWaiting();
    const [[request], attempts, bodies] = await Promise.all([
      this.#of('request_logs', requestId, 'id'),
      this.#of('attempt_logs', requestId, 'attempt, id'),
      this.#of('error_bodies', requestId, 'attempt'),
    ]);
    if (request === undefined && attempts.length === 0)
      throw new NotFoundError('The logs hold no request of this id.');
    return toRequestDetails({ requestId, request, attempts, bodies }, names);
  }

  #of(table: string, requestId: string, order: string): Promise<LogRow[]> {
    return this.dataSource.query(`SELECT * FROM ${table} WHERE requestId = ? ORDER BY ${order}`, [requestId]);
  }
}

function toPage<Item>(items: Item[], nextCursor: string | undefined) {
  return nextCursor === undefined ? { items } : { items, nextCursor };
}
