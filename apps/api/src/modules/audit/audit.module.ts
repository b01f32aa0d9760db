import { Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { CLOCK } from '../runtime/runtime-tokens';
import { AuditLogRetention } from './audit-log-retention';
import { AuditLogRepository } from './audit-log.repository';
import { AuditTrail } from './audit-trail';
import { AuditController } from './audit.controller';

const logger = new Logger('audit');

/** What administrators did. Offers AuditTrail, which keeps it, to every module. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [
    {
      provide: AuditTrail,
      useFactory: (rows: RowWriter, clock: Clock) =>
        new AuditTrail(
          rows,
          clock,
          rarely((failure, count) =>
            logger.warn({ err: failure, count }, 'The audit log could not be written.'),
          ),
        ),
      inject: [RowWriter, CLOCK],
    },
    {
      provide: AuditLogRepository,
      useFactory: (dataSource: DataSource) => new AuditLogRepository(dataSource),
      inject: [DataSource],
    },
    {
      provide: AuditLogRetention,
      useFactory: (dataSource: DataSource, gate: WriteGate) => new AuditLogRetention(dataSource, gate),
      inject: [DataSource, WriteGate],
    },
  ],
  exports: [AuditTrail, AuditLogRetention],
})
export class AuditModule implements OnApplicationShutdown {
  constructor(private readonly trail: AuditTrail) {}

  async onApplicationShutdown(): Promise<void> {
    await this.trail.flush();
  }
}
