import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { version } from '../../../package.json';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { isSqlite } from '../../database/opening/open-database';
import { KeyPools } from '../keys/key-pools';
import { KeyRoster } from '../keys/key-roster';
import { KeysModule } from '../keys/keys.module';
import { LogRecorder } from '../logs/recording/log-recorder';
import { CLOCK } from '../runtime/runtime-tokens';
import { CallWindows } from '../telemetry/call-windows';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { UsageWriter } from '../telemetry/usage-writer';
import { TokenDirectory } from '../tokens/token-directory';
import { TokensModule } from '../tokens/tokens.module';
import { AttentionReader } from './attention-reader';
import { LatencyReader } from './latency-reader';
import { OverviewController } from './overview.controller';
import { OverviewService } from './overview.service';
import { StatsController, TokenUsageController } from './stats.controller';
import { type StatsNames, StatsService } from './stats.service';
import { UsageReader } from './usage-reader';

/** The figures of the dashboard. */
@Module({
  imports: [KeysModule, TelemetryModule, TokensModule],
  controllers: [OverviewController, StatsController, TokenUsageController],
  providers: [
    {
      provide: StatsService,
      useFactory: (
        clock: Clock,
        store: SettingsStore,
        dataSource: DataSource,
        writer: UsageWriter,
        keys: KeyRoster,
        tokens: TokenDirectory,
      ) =>
        new StatsService(clock, {
          flush: () => writer.flush(),
          timeZone: () => store.current.TIMEZONE,
          usage: new UsageReader(dataSource),
          latency: new LatencyReader(dataSource),
          attention: new AttentionReader(dataSource),
          names: namesOf(keys, tokens),
        }),
      inject: [CLOCK, SettingsStore, DataSource, UsageWriter, KeyRoster, TokenDirectory],
    },
    {
      provide: OverviewService,
      useFactory: (
        clock: Clock,
        keys: KeyPools,
        calls: CallWindows,
        logs: LogRecorder,
        store: SettingsStore,
        dataSource: DataSource,
      ) =>
        new OverviewService(clock, {
          version,
          startedAtMs: clock.nowMs(),
          database: isSqlite(dataSource) ? 'sqlite' : 'mysql',
          timeZone: () => store.current.TIMEZONE,
          keys,
          calls,
          logs,
        }),
      inject: [CLOCK, KeyPools, CallWindows, LogRecorder, SettingsStore, DataSource],
    },
  ],
})
export class StatsModule {}

function namesOf(keys: KeyRoster, tokens: TokenDirectory): StatsNames {
  return {
    maskedKey: (id) => keys.get(id)?.key.secret.mask(),
    tokenName: (id) => tokens.nameOf(id),
  };
}
