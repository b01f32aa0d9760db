import { Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { SettingsStore } from '../../core/settings/settings-store';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
import { OneCallTask } from '../../scheduling/one-call-task';
import { StoredRows } from '../../storage/stored-rows';
import { CLOCK } from '../runtime/runtime-tokens';
import { TranslationModule } from '../translation/translation.module';
import { ResponseMemory } from './response-memory';
import { ResponsesRoutes } from './responses.routes';
import { StoredResponseRepository } from './stored-response.repository';
import { StoredResponses } from './stored-responses';
import { StoredResponsesRoutes } from './stored-responses.routes';

/** After a failure of the database. */
const AGAIN_MS = 1_000;
const FORGET_MS = 3_600_000;
const CLEAN_UP = 'clean-up-responses';

const logger = new Logger('responses');

/** OpenAI's responses, and those that are kept. */
@Module({
  imports: [TranslationModule],
  providers: [
    ResponsesRoutes,
    StoredResponsesRoutes,
    {
      provide: StoredResponses,
      useFactory: (dataSource: DataSource, gate: WriteGate, clock: Clock, store: SettingsStore) =>
        new StoredResponses(
          new StoredResponseRepository(dataSource, gate),
          clock,
          () => store.current.STORED_RESPONSES_DAYS,
          rarely((failure, count) => logger.warn({ err: failure, count }, 'Responses were not stored.')),
        ),
      inject: [DataSource, WriteGate, CLOCK, SettingsStore],
    },
    {
      provide: ResponseMemory,
      useFactory: (stored: StoredResponses) => new ResponseMemory(stored),
      inject: [StoredResponses],
    },
    {
      provide: BackgroundWork,
      useFactory: (clock: Clock, stored: StoredResponses) => {
        const flush = () => stored.flush();
        return new BackgroundWork([new Repeater(clock, AGAIN_MS, flush)], flush);
      },
      inject: [CLOCK, StoredResponses],
    },
    {
      provide: CLEAN_UP,
      useFactory: (stored: StoredResponses) =>
        new OneCallTask(
          CLEAN_UP,
          'Forgets OpenAI responses whose conversations nobody has gone on with for STORED_RESPONSES_DAYS',
          { everyMs: FORGET_MS },
          async () => {
            const count = await stored.forgetOld();
            return {
              code: 'responses_forgotten',
              values: { count },
              message: `${count} response(s) forgotten.`,
            };
          },
        ),
      inject: [StoredResponses],
    },
    {
      provide: StoredRows,
      useFactory: (dataSource: DataSource, store: SettingsStore) =>
        new StoredRows(
          'responses',
          dataSource,
          { table: 'stored_responses', time: 'usedAtMs', oldestBy: 'usedAtMs' },
          () => ({
            retention: { rule: 'days', days: store.current.STORED_RESPONSES_DAYS },
            settings: ['STORED_RESPONSES_DAYS'],
            schedule: CLEAN_UP,
          }),
        ),
      inject: [DataSource, SettingsStore],
    },
  ],
})
export class ResponsesModule {}
