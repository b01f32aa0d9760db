import { Get, Param, Query } from '@nestjs/common';
import { LOG_FILES, type LogFileName, type LogLinesDto, LogLinesQuery } from '@gemini-balance/shared';
import { NotFoundError } from '../../core/gateway-error';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { LogFiles } from '../logs/files/log-files';

const DEFAULT_LIMIT = 100;

@AdminRest('logs/files')
export class LogFilesController {
  constructor(private readonly files: LogFiles) {}

  @Get(':name')
  @Summary('The newest lines of a log file: app, debug or transactions')
  async lines(@Param('name') name: string, @Query() query: LogLinesQuery): Promise<LogLinesDto> {
    if (!isLogFile(name))
      throw new NotFoundError(`There are ${LOG_FILES.join(', ')}; ${name} is none of them.`);
    return { lines: await this.files.newest(name, query.limit ?? DEFAULT_LIMIT) };
  }
}

/** Where programs of the first days look for the same. */
@AdminRest('status/logs')
export class StatusLogsController {
  constructor(private readonly files: LogFiles) {}

  @Get()
  @Summary('The newest lines of the log file, the oldest of them first')
  lines(@Query() query: LogLinesQuery): Promise<string[]> {
    return this.files.newest('app', query.limit ?? DEFAULT_LIMIT);
  }
}

function isLogFile(name: string): name is LogFileName {
  return (LOG_FILES as readonly string[]).includes(name);
}
