import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { WriteGate } from '../../database/writing/write-gate';
import { AuditLogRetention } from '../audit/audit-log-retention';
import { AuditTrail } from '../audit/audit-trail';
import { KeyRoster } from '../keys/key-roster';
import { KeysModule } from '../keys/keys.module';
import { LogsModule } from '../logs/logs.module';
import { DeleteLogs } from '../logs/reading/delete-logs';
import { CLOCK } from '../runtime/runtime-tokens';
import { TokenDirectory } from '../tokens/token-directory';
import { TokensModule } from '../tokens/tokens.module';
import { CleanUpLogs } from './clean-up-logs.task';
import { DeleteLogsService } from './delete-logs.service';
import { ErrorLogsController } from './error-logs.controller';
import { KnownNames } from './known-names';
import { LogFilesController, StatusLogsController } from './log-files.controller';
import { LOG_STORAGE } from './log-storage';
import { RequestLogsController } from './request-logs.controller';
import { TailRoutes } from './tail.routes';

/** The logs for administrators: lists, details, files, the live tail, and how long all of it is kept. */
@Module({
  imports: [KeysModule, TokensModule, LogsModule],
  controllers: [RequestLogsController, ErrorLogsController, LogFilesController, StatusLogsController],
  providers: [
    {
      provide: KnownNames,
      useFactory: (keys: KeyRoster, tokens: TokenDirectory) => new KnownNames(keys, tokens),
      inject: [KeyRoster, TokenDirectory],
    },
    {
      provide: DeleteLogsService,
      useFactory: (logs: DeleteLogs, clock: Clock, trail: AuditTrail, names: KnownNames) =>
        new DeleteLogsService(logs, clock, trail, names),
      inject: [DeleteLogs, CLOCK, AuditTrail, KnownNames],
    },
    {
      provide: CleanUpLogs,
      useFactory: (
        dataSource: DataSource,
        gate: WriteGate,
        clock: Clock,
        store: SettingsStore,
        logs: DeleteLogs,
        audit: AuditLogRetention,
      ) => new CleanUpLogs(dataSource, gate, clock, store, logs, audit),
      inject: [DataSource, WriteGate, CLOCK, SettingsStore, DeleteLogs, AuditLogRetention],
    },
    TailRoutes,
    ...LOG_STORAGE,
  ],
})
export class LogAdminModule {}
