import { Body, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  type DeletedLogsDto,
  DeleteRequestLogsDto,
  ListRequestLogsQuery,
  type LoggedRoutesDto,
  type RequestDetailsDto,
  type RequestLogPageDto,
} from '@gemini-balance/shared';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { LogReader } from '../logs/reading/log-reader';
import { DeleteLogsService } from './delete-logs.service';
import { KnownNames } from './known-names';

/** Every request of a client. */
@AdminRest('logs/requests')
export class RequestLogsController {
  constructor(
    private readonly reader: LogReader,
    private readonly deletions: DeleteLogsService,
    private readonly names: KnownNames,
  ) {}

  @Get()
  @Summary('A page of the client requests that match, newest first')
  list(@Query() query: ListRequestLogsQuery): Promise<RequestLogPageDto> {
    return this.reader.requests(query, this.names);
  }

  @Get('routes')
  @Summary('The routes that the request log holds')
  async routes(): Promise<LoggedRoutesDto> {
    return { items: await this.reader.routes() };
  }

  @Get('lookup/:requestId')
  @Summary('A client request by the id that its client was told, with its attempts')
  lookUp(@Param('requestId') requestId: string): Promise<RequestDetailsDto> {
    return this.reader.lookUp(requestId, this.names);
  }

  @Get(':id')
  @Summary('A client request with its attempts, and why each key was asked')
  details(@Param('id', ParseIntPipe) id: number): Promise<RequestDetailsDto> {
    return this.reader.detailsOf('request_logs', id, this.names);
  }

  @Post('delete')
  @Summary('Deletes client requests from the log: some, those that match, or all')
  @HttpCode(200)
  delete(@Body() body: DeleteRequestLogsDto, @Actor() actor: AdminActor): Promise<DeletedLogsDto> {
    return this.deletions.requests(body, actor);
  }

  @Delete(':id')
  @Summary('Deletes a client request from the log')
  @HttpCode(204)
  deleteOne(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<void> {
    return this.deletions.one('request_logs', id, actor);
  }
}
