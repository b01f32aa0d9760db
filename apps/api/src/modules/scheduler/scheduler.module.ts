import { type BeforeApplicationShutdown, Injectable, Logger, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Interval, ScheduleModule } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { Scheduled, type ScheduledTask } from '../../scheduling/scheduled-task';
import { JobsModule } from '../jobs/jobs.module';
import { LockedWork } from '../jobs/locks/locked-work';
import { markedProviders } from '../runtime/marked-providers';
import { CLOCK } from '../runtime/runtime-tokens';
import { ScheduleRunRepository } from './schedule-run.repository';
import { Schedules } from './schedules';
import { SchedulesController } from './schedules.controller';

const LOOK_MS = 5_000;
const logger = new Logger('scheduler');

/** Winds the schedules up. */
@Injectable()
class SchedulerClock implements BeforeApplicationShutdown {
  readonly #warn = rarely((failure: unknown, count) =>
    logger.warn({ err: failure, count }, 'What is due could not be found out.'),
  );

  constructor(private readonly schedules: Schedules) {}

  @Interval(LOOK_MS)
  runDue(): void {
    this.schedules.runDue().catch(this.#warn);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.schedules.stop();
  }
}

/** Work that is done at fixed times: whatever modules declare by `@Scheduled()`. */
@Module({
  imports: [ScheduleModule.forRoot(), DiscoveryModule, JobsModule],
  controllers: [SchedulesController],
  providers: [
    SchedulerClock,
    {
      provide: Schedules,
      useFactory: (
        discovery: DiscoveryService,
        dataSource: DataSource,
        gate: WriteGate,
        locked: LockedWork,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new Schedules(
          markedProviders<ScheduledTask>(discovery, Scheduled),
          new ScheduleRunRepository(dataSource, gate),
          locked,
          clock,
          () => store.current.TIMEZONE,
          {
            ended: (name, result) => logger.debug({ task: name }, result),
            failed: (name, failure) => logger.warn({ task: name, err: failure }, 'A scheduled task failed.'),
          },
        ),
      inject: [DiscoveryService, DataSource, WriteGate, LockedWork, CLOCK, SettingsStore],
    },
  ],
})
export class SchedulerModule {}
