import { Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
import { KeyRoster } from '../keys/key-roster';
import { KeysModule } from '../keys/keys.module';
import { CLOCK } from '../runtime/runtime-tokens';
import { LearntQuotas } from './learnt-quotas';
import { QuotaLearner } from './quota-learner';
import { QuotaStore } from './quota-store';

const FLUSH_MS = 1_500;

const logger = new Logger('quotas');

/**
 * The daily quotas of keys, as far as upstream has told them. Offers QuotaLearner to the telemetry, and LearntQuotas, which
 * QuotaStore brings up to date, to readers.
 */
@Module({
  imports: [KeysModule],
  providers: [
    LearntQuotas,
    {
      provide: QuotaStore,
      useFactory: async (
        quotas: LearntQuotas,
        dataSource: DataSource,
        gate: WriteGate,
        rows: RowWriter,
        clock: Clock,
      ) => {
        const store = new QuotaStore(quotas, dataSource, gate, rows);
        await store.load(clock.nowMs());
        return store;
      },
      inject: [LearntQuotas, DataSource, WriteGate, RowWriter, CLOCK],
    },
    {
      provide: QuotaLearner,
      useFactory: (roster: KeyRoster, quotas: LearntQuotas, store: QuotaStore) =>
        new QuotaLearner(roster, quotas, store),
      inject: [KeyRoster, LearntQuotas, QuotaStore],
    },
    {
      provide: BackgroundWork,
      useFactory: (clock: Clock, store: QuotaStore) => {
        const warn = rarely((failure: unknown, count) =>
          logger.warn({ err: failure, count }, 'What was learnt of quotas could not be stored.'),
        );
        const flush = () => store.flush().catch(warn);
        return new BackgroundWork([new Repeater(clock, FLUSH_MS, flush)], flush);
      },
      inject: [CLOCK, QuotaStore],
    },
  ],
  exports: [LearntQuotas, QuotaLearner, QuotaStore],
})
export class QuotasModule {}
