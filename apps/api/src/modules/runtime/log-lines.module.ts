import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LogLines } from '../../logging/log-lines';

/** Offers the log lines of the process to every module. */
@Global()
@Module({})
export class LogLinesModule {
  static forRoot(lines: LogLines): DynamicModule {
    return {
      module: LogLinesModule,
      providers: [{ provide: LogLines, useValue: lines }],
      exports: [LogLines],
    };
  }
}
