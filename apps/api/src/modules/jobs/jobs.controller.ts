import { Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import {
  type JobDto,
  type JobItemDto,
  ListJobItemsQuery,
  ListJobsQuery,
  type Page,
} from '@gemini-balance/shared';
import type { Response } from 'express';
import type { Server } from 'node:http';
import type { Clock } from '../../core/clock';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { CLOCK } from '../runtime/runtime-tokens';
import { JobRepository } from './job.repository';
import { followJob } from './job-stream';
import { Jobs } from './jobs';

const DEFAULT_JOBS = 50;
const DEFAULT_ITEMS = 100;

/** Long work: what there is, how far it has come, and what came of it. */
@AdminRest('jobs')
export class JobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly stored: JobRepository,
    private readonly audit: AuditTrail,
    private readonly host: HttpAdapterHost,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Summary('The latest jobs, newest first')
  async list(@Query() { limit = DEFAULT_JOBS, state }: ListJobsQuery): Promise<{ items: JobDto[] }> {
    return { items: await this.jobs.list(limit, state) };
  }

  @Get(':id')
  @Summary('One job, with how many things ended how')
  get(@Param('id') id: string): Promise<JobDto> {
    return this.jobs.get(id);
  }

  @Get(':id/items')
  @Summary('What came of each thing that a job worked on; can be narrowed to one reason')
  async items(
    @Param('id') id: string,
    @Query() { reason, cursor, limit = DEFAULT_ITEMS }: ListJobItemsQuery,
  ): Promise<Page<JobItemDto>> {
    await this.jobs.get(id);
    const items = await this.stored.items(id, reason, Number(cursor) || 0, limit + 1);
    const page = items.slice(0, limit);
    return { items: page, ...(items.length > limit && { nextCursor: String(page.at(-1)!.id) }) };
  }

  @Get(':id/events')
  @Summary('The job as it goes on, as server-sent events: `job` with the whole job, until it is over')
  async events(@Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.jobs.get(id);
    const server = this.host.httpAdapter.getHttpServer() as Server;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    // A server that stops waits for open answers, and this one can be taken up again.
    const isWanted = (): boolean => !response.destroyed && server.listening;
    for await (const job of followJob(() => this.jobs.get(id), this.clock, isWanted))
      response.write(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
    response.end();
  }

  @Post(':id/cancel')
  @Summary('Stops a job; what it has done stays done')
  @HttpCode(200)
  async cancel(@Param('id') id: string, @Actor() actor: AdminActor): Promise<JobDto> {
    await this.jobs.cancel(id);
    this.audit.record({ action: 'jobs.cancel', subject: id }, actor);
    return this.jobs.get(id);
  }

  @Post(':id/resume')
  @Summary('Goes on with what a cancelled or failed job has left')
  @HttpCode(200)
  async resume(@Param('id') id: string, @Actor() actor: AdminActor): Promise<JobDto> {
    const job = await this.jobs.resume(id);
    this.audit.record({ action: 'jobs.resume', subject: id }, actor);
    return job;
  }
}
