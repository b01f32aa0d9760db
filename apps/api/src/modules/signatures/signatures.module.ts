import { Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
import { OneCallTask } from '../../scheduling/one-call-task';
import { CLOCK } from '../runtime/runtime-tokens';
import { SignatureRepository } from './signature.repository';
import { ThoughtSignatures } from './thought-signatures';

const FLUSH_MS = 1_000;
const FORGET_MS = 3_600_000;

const logger = new Logger('signatures');

/** Thought signatures between the turns of a conversation. Offers ThoughtSignatures. */
@Module({
  providers: [
    {
      provide: ThoughtSignatures,
      useFactory: (dataSource: DataSource, gate: WriteGate, rows: RowWriter, clock: Clock) =>
        new ThoughtSignatures(
          new SignatureRepository(dataSource, gate, rows),
          clock,
          rarely((failure, count) =>
            logger.warn({ err: failure, count }, 'Thought signatures were not stored or not found.'),
          ),
        ),
      inject: [DataSource, WriteGate, RowWriter, CLOCK],
    },
    {
      provide: BackgroundWork,
      useFactory: (clock: Clock, signatures: ThoughtSignatures) => {
        const flush = () => signatures.flush();
        return new BackgroundWork([new Repeater(clock, FLUSH_MS, flush)], flush);
      },
      inject: [CLOCK, ThoughtSignatures],
    },
    {
      provide: 'clean-up-signatures',
      useFactory: (signatures: ThoughtSignatures) =>
        new OneCallTask(
          'clean-up-signatures',
          'Forgets thought signatures that are too old to be asked for',
          { everyMs: FORGET_MS },
          async () => {
            const count = await signatures.forgetOld();
            return {
              code: 'signatures_forgotten',
              values: { count },
              message: `${count} signature(s) forgotten.`,
            };
          },
        ),
      inject: [ThoughtSignatures],
    },
  ],
  exports: [ThoughtSignatures],
})
export class SignaturesModule {}
