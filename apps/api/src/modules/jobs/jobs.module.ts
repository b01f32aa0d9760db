import { type BeforeApplicationShutdown, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { Ids } from '../../core/ids';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { markedProviders } from '../runtime/marked-providers';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { ForgetJobs } from './forget-jobs.task';
import { type JobWorker, WorksOnJobs } from './job-worker';
import { JobRepository } from './job.repository';
import { Jobs } from './jobs';
import { JobsController } from './jobs.controller';
import { JobLocks } from './locks/job-locks';
import { LockedWork } from './locks/locked-work';

const logger = new Logger('jobs');

/** Long work on many things. Offers Jobs to those who begin some, and LockedWork to those who may work alone only. */
@Module({
  imports: [DiscoveryModule],
  controllers: [JobsController],
  providers: [
    {
      provide: JobRepository,
      useFactory: (dataSource: DataSource, gate: WriteGate, rows: RowWriter) =>
        new JobRepository(dataSource, gate, rows),
      inject: [DataSource, WriteGate, RowWriter],
    },
    {
      provide: LockedWork,
      useFactory: (dataSource: DataSource, gate: WriteGate, clock: Clock, ids: Ids) =>
        new LockedWork(new JobLocks(dataSource, gate, clock, ids.withPrefix('process_')), clock),
      inject: [DataSource, WriteGate, CLOCK, IDS],
    },
    {
      provide: Jobs,
      useFactory: (
        jobs: JobRepository,
        locked: LockedWork,
        clock: Clock,
        ids: Ids,
        discovery: DiscoveryService,
      ) =>
        new Jobs(
          jobs,
          locked,
          clock,
          ids,
          markedProviders<JobWorker>(discovery, WorksOnJobs),
          rarely((message: string, count) => logger.warn({ count }, message)),
        ),
      inject: [JobRepository, LockedWork, CLOCK, IDS, DiscoveryService],
    },
    {
      provide: ForgetJobs,
      useFactory: (jobs: JobRepository, clock: Clock) => new ForgetJobs(jobs, clock),
      inject: [JobRepository, CLOCK],
    },
  ],
  exports: [Jobs, LockedWork],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly jobs: Jobs) {}

  onApplicationBootstrap(): void {
    this.jobs.startAdopting();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
  }
}
