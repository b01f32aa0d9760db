import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import type { RandomFn } from '../../core/ids';
import type { LivePorts } from '../../core/live/live-session';
import { LiveUpstream } from '../../core/live/live-upstream';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { KeysModule } from '../keys/keys.module';
import { ModelsModule } from '../models/models.module';
import { ResourcesModule } from '../resources/resources.module';
import { CLOCK, RANDOM } from '../runtime/runtime-tokens';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { TokensModule } from '../tokens/tokens.module';
import { toUpstreamOptions } from '../upstream/upstream-settings';
import { UpstreamModule } from '../upstream/upstream.module';
import { LiveAdmissions } from './live-admission';
import { LiveDoor } from './live-door';
import { LIVE_PORTS } from './live-ports';
import { LiveRoutes } from './live.routes';

@Module({
  imports: [UpstreamModule, KeysModule, TokensModule, ResourcesModule, TelemetryModule, ModelsModule],
  providers: [
    LiveRoutes,
    LiveAdmissions,
    {
      provide: LiveDoor,
      useFactory: (clock: Clock, store: SettingsStore) =>
        new LiveDoor(clock, () => store.current.DRAIN_SECONDS),
      inject: [CLOCK, SettingsStore],
    },
    {
      provide: LIVE_PORTS,
      useFactory: (
        egress: EgressDispatchers,
        observer: GatewayObserver,
        clock: Clock,
        random: RandomFn,
        store: SettingsStore,
      ): LivePorts => ({
        upstream: new LiveUpstream(egress, derive(store, toUpstreamOptions)),
        observer,
        clock,
        random,
        policy: derive(store, ({ MAX_RETRIES }) => ({ maxRetries: MAX_RETRIES })),
      }),
      inject: [EgressDispatchers, GATEWAY_OBSERVER, CLOCK, RANDOM, SettingsStore],
    },
  ],
})
export class LiveModule {}
