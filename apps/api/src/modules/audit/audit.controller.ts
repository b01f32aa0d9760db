import { Get, Query } from '@nestjs/common';
import { type AuditLogDto, ListAuditQuery } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditLogRepository } from './audit-log.repository';

@AdminRest('audit')
export class AuditController {
  constructor(private readonly log: AuditLogRepository) {}

  @Get()
  @Summary('A page of what administrators did, newest first')
  list(@Query() query: ListAuditQuery): Promise<AuditLogDto> {
    return this.log.list(query);
  }
}
