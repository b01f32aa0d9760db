import {
  type BeforeApplicationShutdown,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { RowWriter } from '../../database/row-writer';
import { WriteGate } from '../../database/write-gate';
import { rarely } from '../../logging/rarely';
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
      provide: Repeater,
      useFactory: (clock: Clock, signatures: ThoughtSignatures) =>
        new Repeater(clock, FLUSH_MS, () => signatures.flush()),
      inject: [CLOCK, ThoughtSignatures],
    },
    {
      provide: 'clean-up-signatures',
      useFactory: (signatures: ThoughtSignatures) =>
        new OneCallTask(
          'clean-up-signatures',
          'Forgets thought signatures that are too old to be asked for',
          { everyMs: FORGET_MS },
          async () => `${await signatures.forgetOld()} signature(s) forgotten.`,
        ),
      inject: [ThoughtSignatures],
    },
  ],
  exports: [ThoughtSignatures],
})
export class SignaturesModule
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  constructor(
    private readonly repeater: Repeater,
    private readonly signatures: ThoughtSignatures,
  ) {}

  onApplicationBootstrap(): void {
    this.repeater.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.repeater.stop();
    await this.signatures.flush();
  }

  /** Requests may end while the server closes, which Nest does between the two. */
  async onApplicationShutdown(): Promise<void> {
    await this.signatures.flush();
  }
}
