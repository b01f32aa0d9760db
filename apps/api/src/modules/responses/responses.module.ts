import { Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { SettingsStore } from '../../core/settings/settings-store';
import { WriteGate } from '../../database/write-gate';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
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
        const forget = () => stored.forgetOld();
        const repeaters = [new Repeater(clock, AGAIN_MS, flush), new Repeater(clock, FORGET_MS, forget)];
        return new BackgroundWork(repeaters, flush);
      },
      inject: [CLOCK, StoredResponses],
    },
  ],
})
export class ResponsesModule {}
