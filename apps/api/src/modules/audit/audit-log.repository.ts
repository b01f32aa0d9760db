import type { AuditEntryDto, AuditLogDto, ListAuditQuery } from '@gemini-balance/shared';
import type { DataSource } from 'typeorm';
import { toBeforeId } from '../../database/cursors/id-cursor';
import { AuditLogEntity } from './audit-log.entity';

const DEFAULT_LIMIT = 50;

/** Reads the audit log. */
export class AuditLogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A page, newest first. */
  async list(query: ListAuditQuery): Promise<AuditLogDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const select = this.dataSource
      .getRepository(AuditLogEntity)
      .createQueryBuilder('row')
      .orderBy('row.id', 'DESC')
      .take(limit + 1);
    if (query.action !== undefined)
      select.andWhere('(row.action = :action OR row.action LIKE :actions)', {
        action: query.action,
        actions: `${query.action}.%`,
      });
    if (query.subject !== undefined)
      select.andWhere("row.subject LIKE :subject ESCAPE '!'", {
        subject: `%${query.subject.replace(/[!%_]/g, '!$&')}%`,
      });
    if (query.actor !== undefined) select.andWhere('row.actor = :actor', { actor: query.actor });
    if (query.fromMs !== undefined) select.andWhere('row.atMs >= :fromMs', { fromMs: query.fromMs });
    if (query.toMs !== undefined) select.andWhere('row.atMs < :toMs', { toMs: query.toMs });
    const before = toBeforeId(query.cursor);
    if (before !== undefined) select.andWhere('row.id < :before', { before });
    const rows = await select.getMany();
    const items = rows.slice(0, limit).map(toDto);
    return rows.length > limit ? { items, nextCursor: String(items[limit - 1]!.id) } : { items };
  }
}

function toDto(row: AuditLogEntity): AuditEntryDto {
  return {
    id: row.id,
    atMs: row.atMs,
    action: row.action,
    subject: row.subject,
    actor: row.actor,
    ...(row.details !== null && { details: JSON.parse(row.details) as Record<string, unknown> }),
    ...(row.session !== null && { session: row.session }),
    ...(row.address !== null && { address: row.address }),
  };
}
