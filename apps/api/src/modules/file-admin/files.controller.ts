import { Body, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  type DeletedFileDto,
  type FileListDto,
  type JobDto,
  ListFilesQuery,
  StartFileJobDto,
} from '@gemini-balance/shared';
import { NotFoundError } from '../../core/gateway-error';
import { UpstreamFailureError } from '../../core/gateway/faults/upstream-faults';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { Jobs } from '../jobs/jobs';
import { FileRemoval, isRemoved } from './file-removal';
import { ListFilesService } from './list-files.service';

/** The files that upstream keeps for all tokens. */
@AdminRest('files')
export class FilesController {
  constructor(
    private readonly lists: ListFilesService,
    private readonly removal: FileRemoval,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @Summary('A page of the files that match, and how many and how large they are in each state')
  list(@Query() query: ListFilesQuery): Promise<FileListDto> {
    return this.lists.list(query);
  }

  @Post('jobs')
  @Summary(
    'Begins to delete the files of some ids, or all that match a filter; progress is told by /api/jobs',
  )
  @HttpCode(202)
  async start(@Body() { action, ids, filter }: StartFileJobDto, @Actor() actor: AdminActor): Promise<JobDto> {
    const chosen = await this.lists.choose(ids, filter);
    const job = await this.jobs.start(`files.${action}`, chosen);
    const subject = ids === undefined ? { filter: JSON.stringify(filter) } : { ids: ids.slice(0, 100) };
    this.audit.record(
      { action: `files.${action}`, subject: chosen.length, details: { job: job.id, ...subject } },
      actor,
    );
    return job;
  }

  @Delete(':id')
  @Summary('Deletes a file upstream, by the key that made it, and here')
  @HttpCode(200)
  async delete(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<DeletedFileDto> {
    const removed = await this.removal.remove(id);
    if (removed === undefined) throw new NotFoundError('This file does not exist any more.');
    if (!isRemoved(removed.reason))
      throw new UpstreamFailureError(
        removed.reason,
        502,
        `Upstream did not delete the file, so it stays: ${removed.message ?? removed.reason}`,
      );
    const { label: file, reason: result } = removed;
    this.audit.record({ action: 'files.delete', subject: id, details: { file, result } }, actor);
    return { result };
  }
}
