import { type BeforeApplicationShutdown, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { SettingsStore } from '../../core/settings/settings-store';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { LogLines } from '../../logging/log-lines';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
import { CLOCK } from '../runtime/runtime-tokens';
import { LogFiles } from './files/log-files';
import { TransactionLog } from './files/transaction-log';
import { DeleteLogs } from './reading/delete-logs';
import { LogReader } from './reading/log-reader';
import { LogRecorder } from './recording/log-recorder';
import { LogWriter } from './recording/log-writer';
import { LoopLoad } from './recording/loop-load';
import { LiveTail } from './tail/live-tail';

const FLUSH_MS = 400;

const logger = new Logger('logs');

/**
 * The request log and the attempt log, the log files, and what is told of them while it happens. Offers LogRecorder,
 * TransactionLog and LiveTail, which take the gateway's events, and LogReader, DeleteLogs and LogFiles to administrators.
 */
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
      provide: BackgroundWork,
      useFactory: (clock: Clock, writer: LogWriter, recorder: LogRecorder) => {
        const load = new LoopLoad();
        // To serve goes before to log: without time to spare, only what went wrong is written.
        const queues = () => (load.isSaturated() ? [recorder.attempts, recorder.bodies] : undefined);
        const repeater = new Repeater(clock, FLUSH_MS, () => writer.flush(queues()));
        return new BackgroundWork([repeater], () => writer.flush());
      },
      inject: [CLOCK, LogWriter, LogRecorder],
    },
    {
      provide: LogFiles,
      useFactory: (store: SettingsStore, lines: LogLines) =>
        new LogFiles(
          store.current.DATA_DIR,
          lines,
          () => store.current.LOG_LEVEL === 'DEBUG',
          rarely((failure, count) =>
            logger.warn({ err: failure, count }, 'The log files could not be written.'),
          ),
        ),
      inject: [SettingsStore, LogLines],
    },
    {
      provide: TransactionLog,
      useFactory: (files: LogFiles) => new TransactionLog(files.transactions),
      inject: [LogFiles],
    },
    { provide: LiveTail, useFactory: (lines: LogLines) => new LiveTail(lines), inject: [LogLines] },
    {
      provide: LogReader,
      useFactory: (dataSource: DataSource, clock: Clock, writer: LogWriter) =>
        new LogReader(dataSource, clock, () => writer.flush()),
      inject: [DataSource, CLOCK, LogWriter],
    },
    {
      provide: DeleteLogs,
      useFactory: (dataSource: DataSource, gate: WriteGate, clock: Clock) =>
        new DeleteLogs(dataSource, gate, clock),
      inject: [DataSource, WriteGate, CLOCK],
    },
  ],
  exports: [LogRecorder, TransactionLog, LiveTail, LogReader, DeleteLogs, LogFiles],
})
export class LogsModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly deletions: DeleteLogs,
    private readonly files: LogFiles,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.deletions.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.files.close();
  }
}
