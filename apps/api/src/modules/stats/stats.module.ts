import { Module } from '@nestjs/common';
import { version } from '../../../package.json';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { LogRecorder } from '../logs/recording/log-recorder';
import { CLOCK } from '../runtime/runtime-tokens';
import { CallWindows } from '../telemetry/call-windows';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { OverviewController } from './overview.controller';
import { OverviewService } from './overview.service';

/** The figures of the dashboard. */
@Module({
  imports: [KeysModule, TelemetryModule],
  controllers: [OverviewController],
  providers: [
    {
      provide: OverviewService,
      useFactory: (
        clock: Clock,
        keys: KeyPools,
        calls: CallWindows,
        logs: LogRecorder,
        store: SettingsStore,
      ) =>
        new OverviewService(clock, {
          version,
          startedAtMs: clock.nowMs(),
          timeZone: () => store.current.TIMEZONE,
          keys,
          calls,
          logs,
        }),
      inject: [CLOCK, KeyPools, CallWindows, LogRecorder, SettingsStore],
    },
  ],
})
export class StatsModule {}
