import type {
  DeletedLogsDto,
  DeleteErrorLogsDto,
  DeleteRequestLogsDto,
  LogFilter,
} from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { InvalidRequestError, NotFoundError } from '../../core/gateway-error';
import type { Json } from '../../core/settings/setting';
import type { AdminActor } from '../../http/admin/admin-actor';
import type { AuditTrail } from '../audit/audit-trail';
import type { DeleteLogs } from '../logs/reading/delete-logs';
import type { LogTable, Selection } from '../logs/reading/log-tables';
import { selectErrors, selectRequests } from '../logs/reading/select-logs';
import type { KnownNames } from './known-names';

/** What is deleted when no filter is given. */
const EVERYTHING = {};

/** Deletes log rows for an administrator, and keeps that in the audit log. */
export class DeleteLogsService {
  constructor(
    private readonly logs: DeleteLogs,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly trail: AuditTrail,
    private readonly names: Pick<KnownNames, 'keysLike'>,
  ) {}

  requests(body: DeleteRequestLogsDto, actor: AdminActor): Promise<DeletedLogsDto> {
    const select = (): Selection =>
      selectRequests(body.filter ?? EVERYTHING, this.clock.nowMs(), this.#keysOf(body.filter));
    return this.#delete('request_logs', body, select, actor);
  }

  errors(body: DeleteErrorLogsDto, actor: AdminActor): Promise<DeletedLogsDto> {
    const select = (): Selection =>
      selectErrors(body.filter ?? EVERYTHING, this.clock.nowMs(), this.#keysOf(body.filter));
    return this.#delete('attempt_logs', body, select, actor);
  }

  /** @throws NotFoundError */
  async one(table: LogTable, id: number, actor: AdminActor): Promise<void> {
    if ((await this.logs.byIds(table, [id])) === 0)
      throw new NotFoundError('There is no such row in the log.');
    this.#audit(table, { ids: [id] }, 1, actor);
  }

  async #delete(
    table: LogTable,
    body: DeleteRequestLogsDto | DeleteErrorLogsDto,
    select: () => Selection,
    actor: AdminActor,
  ): Promise<DeletedLogsDto> {
    const { ids, filter, all } = body;
    if ([ids !== undefined, filter !== undefined, all === true].filter(Boolean).length !== 1)
      throw new InvalidRequestError('Say what to delete, in one way: ids, a filter, or all.', {
        field: 'ids',
      });
    const result =
      ids === undefined
        ? await this.logs.selected(select())
        : { deleted: await this.logs.byIds(table, ids), isDone: true };
    this.#audit(table, body, result.deleted, actor);
    return result;
  }

  #keysOf(filter: LogFilter | undefined): readonly number[] | undefined {
    return filter?.key === undefined ? undefined : this.names.keysLike(filter.key);
  }

  #audit(table: LogTable, body: object, deleted: number, actor: AdminActor): void {
    const action = table === 'request_logs' ? 'logs.delete_requests' : 'logs.delete_errors';
    const details = JSON.parse(JSON.stringify(body)) as Record<string, Json>;
    this.trail.record({ action, subject: deleted, details }, actor);
  }
}
