import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { AttemptSender } from '../../core/gateway/attempt-sender';
import { Dispatcher } from '../../core/gateway/dispatcher';
import type { GatewayObserver } from '../../core/gateway/gateway-observer';
import type { RandomFn } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { UpstreamClient } from '../../core/upstream/upstream-client';
import { CLOCK, RANDOM } from '../runtime/runtime-tokens';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { UpstreamModule } from '../upstream/upstream.module';
import { ClientCalls } from './client-calls';
import { RequestBodies } from './request-bodies';

/** From a client's request to an attempt that answers it. */
@Module({
  imports: [UpstreamModule, TelemetryModule],
  providers: [
    {
      provide: AttemptSender,
      useFactory: (upstream: UpstreamClient, observer: GatewayObserver, clock: Clock) =>
        new AttemptSender(upstream, observer, clock),
      inject: [UpstreamClient, GATEWAY_OBSERVER, CLOCK],
    },
    {
      provide: Dispatcher,
      useFactory: (sender: AttemptSender, clock: Clock, random: RandomFn, store: SettingsStore) =>
        new Dispatcher(
          sender,
          clock,
          random,
          derive(store, ({ MAX_RETRIES }) => ({ maxRetries: MAX_RETRIES })),
        ),
      inject: [AttemptSender, CLOCK, RANDOM, SettingsStore],
    },
    {
      provide: ClientCalls,
      useFactory: (dispatcher: Dispatcher, clock: Clock) => new ClientCalls(dispatcher, clock),
      inject: [Dispatcher, CLOCK],
    },
    {
      provide: RequestBodies,
      useFactory: (store: SettingsStore) =>
        new RequestBodies(
          derive(store, (s) => ({ maxBodyMb: s.MAX_BODY_MB, bodyBudgetMb: s.BODY_BUDGET_MB })),
        ),
      inject: [SettingsStore],
    },
  ],
  exports: [AttemptSender, Dispatcher, ClientCalls, RequestBodies],
})
export class GatewayModule {}
