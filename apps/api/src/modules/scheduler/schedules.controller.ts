import { Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ScheduleDto } from '@gemini-balance/shared';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { Schedules } from './schedules';

/** Scheduled work: when it is due, and what came of it. */
@AdminRest('schedules')
export class SchedulesController {
  constructor(
    private readonly schedules: Schedules,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @Summary('Every scheduled task, with its next and its last run')
  async list(): Promise<{ items: ScheduleDto[] }> {
    return { items: await this.schedules.list() };
  }

  @Post(':name/run')
  @Summary('Runs a scheduled task now, and answers when it is over')
  @HttpCode(200)
  async run(@Param('name') name: string, @Actor() actor: AdminActor): Promise<ScheduleDto> {
    const schedule = await this.schedules.runNow(name);
    this.audit.record({ action: 'schedules.run', subject: name }, actor);
    return schedule;
  }
}
