import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { CLOCK } from '../runtime/runtime-tokens';
import { DatabaseProbe } from './database-probe';
import { DrainNotice } from './drain-notice';
import { HealthRoutes } from './health.routes';
import { Readiness } from './readiness';

/** Reads one row that every database of ours has. */
const CHEAP_QUESTION = 'SELECT id FROM encryption_canary';

/** Answers those who watch over the gateway. */
@Module({
  imports: [KeysModule],
  providers: [
    DrainNotice,
    HealthRoutes,
    {
      provide: Readiness,
      useFactory: (clock: Clock, dataSource: DataSource, pools: KeyPools, notice: DrainNotice) => {
        const database = new DatabaseProbe(clock, () => dataSource.query(CHEAP_QUESTION));
        return new Readiness({
          isDatabaseThere: () => database.answers(),
          readyKeys: () => pools.totals().ready,
          isDraining: () => notice.isDraining,
        });
      },
      inject: [CLOCK, DataSource, KeyPools, DrainNotice],
    },
  ],
})
export class HealthModule {}
