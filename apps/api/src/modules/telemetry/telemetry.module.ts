import { Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { RowWriter } from '../../database/writing/row-writer';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
import { KeyUsage } from '../keys/key-usage';
import { KeysModule } from '../keys/keys.module';
import { TransactionLog } from '../logs/files/transaction-log';
import { LogsModule } from '../logs/logs.module';
import { LogRecorder } from '../logs/recording/log-recorder';
import { LiveTail } from '../logs/tail/live-tail';
import { QuotaLearner } from '../quotas/quota-learner';
import { QuotasModule } from '../quotas/quotas.module';
import { CLOCK } from '../runtime/runtime-tokens';
import { TokenMeters } from '../tokens/limits/token-meters';
import { TokensModule } from '../tokens/tokens.module';
import { CallMetrics } from './call-metrics/call-metrics';
import { CallWindows } from './call-windows';
import { GATEWAY_OBSERVER, GatewayTelemetry } from './gateway-telemetry';
import { HourRollup } from './hour-rollup';
import { UsageCounter } from './usage-counter';
import { UsageOfKeys } from './usage-of-keys';
import { UsageWriter } from './usage-writer';

/** A crash costs the counts since the last flush: less than two seconds. */
const FLUSH_MS = 1_500;
const ROLLUP_MS = 5 * 60_000;

const logger = new Logger('telemetry');

/** Takes the gateway's events and keeps what they tell. Offers GATEWAY_OBSERVER to the gateway, and CallWindows to readers. */
@Module({
  imports: [KeysModule, LogsModule, QuotasModule, TokensModule],
  providers: [
    CallMetrics,
    { provide: UsageCounter, useFactory: (clock: Clock) => new UsageCounter(clock), inject: [CLOCK] },
    {
      provide: UsageWriter,
      useFactory: (rows: RowWriter, counter: UsageCounter) =>
        new UsageWriter(
          rows,
          counter,
          rarely((failure, count) =>
            logger.warn({ err: failure, count }, 'Usage counts could not be written.'),
          ),
        ),
      inject: [RowWriter, UsageCounter],
    },
    {
      provide: GATEWAY_OBSERVER,
      useFactory: (
        logs: LogRecorder,
        usage: UsageCounter,
        keys: KeyUsage,
        meters: TokenMeters,
        transactions: TransactionLog,
        tail: LiveTail,
        metrics: CallMetrics,
        quotas: QuotaLearner,
      ) =>
        new GatewayTelemetry(
          [usage, logs, keys, meters, transactions, tail, metrics, quotas],
          rarely((fault, count) => logger.error({ err: fault, count }, 'An event was not recorded.')),
        ),
      inject: [
        LogRecorder,
        UsageCounter,
        KeyUsage,
        TokenMeters,
        TransactionLog,
        LiveTail,
        CallMetrics,
        QuotaLearner,
      ],
    },
    {
      provide: CallWindows,
      useFactory: (dataSource: DataSource, counter: UsageCounter, writer: UsageWriter) =>
        new CallWindows(dataSource, counter, writer),
      inject: [DataSource, UsageCounter, UsageWriter],
    },
    {
      provide: UsageOfKeys,
      useFactory: (dataSource: DataSource, counter: UsageCounter, writer: UsageWriter) =>
        new UsageOfKeys(dataSource, counter, writer),
      inject: [DataSource, UsageCounter, UsageWriter],
    },
    {
      provide: HourRollup,
      useFactory: (dataSource: DataSource, gate: WriteGate) => new HourRollup(dataSource, gate),
      inject: [DataSource, WriteGate],
    },
    {
      provide: BackgroundWork,
      useFactory: (clock: Clock, writer: UsageWriter, rollup: HourRollup) => {
        const flush = () => writer.flush();
        const sumUp = () =>
          rollup
            .run(clock.nowMs())
            .catch((failure: unknown) => logger.warn({ err: failure }, 'Usage was not summed up.'));
        const repeaters = [new Repeater(clock, FLUSH_MS, flush), new Repeater(clock, ROLLUP_MS, sumUp)];
        return new BackgroundWork(repeaters, flush);
      },
      inject: [CLOCK, UsageWriter, HourRollup],
    },
  ],
  exports: [GATEWAY_OBSERVER, CallMetrics, CallWindows, UsageWriter, UsageOfKeys, LogsModule],
})
export class TelemetryModule {}
