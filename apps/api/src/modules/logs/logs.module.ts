import {
  type BeforeApplicationShutdown,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { SettingsStore } from '../../core/settings/settings-store';
import { RowWriter } from '../../database/row-writer';
import { rarely } from '../../logging/rarely';
import { CLOCK } from '../runtime/runtime-tokens';
import { LogRecorder } from './log-recorder';
import { LogWriter } from './log-writer';
import { LoopLoad } from './loop-load';

const FLUSH_MS = 400;

const logger = new Logger('logs');

/** The request log and the attempt log. Offers LogRecorder, which takes the gateway's events. */
@Module({
  providers: [
    {
      provide: LogRecorder,
      useFactory: (store: SettingsStore) =>
        new LogRecorder(() => store.current.ERROR_LOG_RECORD_REQUEST_BODY),
      inject: [SettingsStore],
    },
    {
      provide: LogWriter,
      useFactory: (rows: RowWriter, recorder: LogRecorder) =>
        new LogWriter(
          rows,
          [recorder.requests, recorder.attempts, recorder.bodies],
          rarely((failure, count) =>
            logger.warn(
              { err: failure, count, waiting: recorder.waitingRows },
              'Log rows could not be written.',
            ),
          ),
        ),
      inject: [RowWriter, LogRecorder],
    },
    {
      provide: Repeater,
      useFactory: (clock: Clock, writer: LogWriter, recorder: LogRecorder) => {
        const load = new LoopLoad();
        // To serve goes before to log: without time to spare, only what went wrong is written.
        const queues = () => (load.isSaturated() ? [recorder.attempts, recorder.bodies] : undefined);
        return new Repeater(clock, FLUSH_MS, () => writer.flush(queues()));
      },
      inject: [CLOCK, LogWriter, LogRecorder],
    },
  ],
  exports: [LogRecorder],
})
export class LogsModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly repeater: Repeater,
    private readonly writer: LogWriter,
  ) {}

  onApplicationBootstrap(): void {
    this.repeater.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.repeater.stop();
    await this.writer.flush();
  }

  /** Requests may end while the server closes, which Nest does between the two. */
  async onApplicationShutdown(): Promise<void> {
    await this.writer.flush();
  }
}
