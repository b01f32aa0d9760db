import { Get, Query } from '@nestjs/common';
import { type AuditLogDto, ListAuditQuery } from '@gemini-balance/shared';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditLogRepository } from './audit-log.repository';
import { AuditTrail } from './audit-trail';

@AdminRest('audit')
export class AuditController {
  constructor(
    private readonly log: AuditLogRepository,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Summary('A page of what administrators did, newest first')
  async list(@Query() query: ListAuditQuery): Promise<AuditLogDto> {
    // Who looks finds what was done a moment ago.
    await this.trail.flush();
    return this.log.list(query);
  }
}
