import {
  type BeforeApplicationShutdown,
  Inject,
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
import { CLOCK } from '../runtime/runtime-tokens';
import { SignatureRepository } from './signature.repository';
import { ThoughtSignatures } from './thought-signatures';

const FLUSH_MS = 1_000;
const FORGET_MS = 3_600_000;

const REPEATERS = Symbol('REPEATERS');
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
      provide: REPEATERS,
      useFactory: (clock: Clock, signatures: ThoughtSignatures) => [
        new Repeater(clock, FLUSH_MS, () => signatures.flush()),
        new Repeater(clock, FORGET_MS, () => signatures.forgetOld()),
      ],
      inject: [CLOCK, ThoughtSignatures],
    },
  ],
  exports: [ThoughtSignatures],
})
export class SignaturesModule
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  constructor(
    @Inject(REPEATERS) private readonly repeaters: readonly Repeater[],
    private readonly signatures: ThoughtSignatures,
  ) {}

  onApplicationBootstrap(): void {
    for (const repeater of this.repeaters) repeater.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.repeaters.map((repeater) => repeater.stop()));
    await this.signatures.flush();
  }

  /** Requests may end while the server closes, which Nest does between the two. */
  async onApplicationShutdown(): Promise<void> {
    await this.signatures.flush();
  }
}
