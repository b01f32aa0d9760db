import { Body, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  type DeletedLogsDto,
  DeleteErrorLogsDto,
  type ErrorLogPageDto,
  ListErrorLogsQuery,
  type RequestDetailsDto,
} from '@gemini-balance/shared';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { LogReader } from '../logs/reading/log-reader';
import { DeleteLogsService } from './delete-logs.service';
import { KnownNames } from './known-names';

/** Every attempt that upstream or the network refused. */
@AdminRest('logs/errors')
export class ErrorLogsController {
  constructor(
    private readonly reader: LogReader,
    private readonly deletions: DeleteLogsService,
    private readonly names: KnownNames,
  ) {}

  @Get()
  @Summary('A page of the errors that match, newest first')
  list(@Query() query: ListErrorLogsQuery): Promise<ErrorLogPageDto> {
    return this.reader.errors(query, this.names);
  }

  @Get(':id')
  @Summary('An error with its request, what was sent and answered, and the other attempts')
  details(@Param('id', ParseIntPipe) id: number): Promise<RequestDetailsDto> {
    return this.reader.detailsOf('attempt_logs', id, this.names);
  }

  @Post('delete')
  @Summary('Deletes errors: some, those that match, or all')
  @HttpCode(200)
  delete(@Body() body: DeleteErrorLogsDto, @Actor() actor: AdminActor): Promise<DeletedLogsDto> {
    return this.deletions.errors(body, actor);
  }

  @Delete(':id')
  @Summary('Deletes an error')
  @HttpCode(204)
  deleteOne(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<void> {
    return this.deletions.one('attempt_logs', id, actor);
  }
}
