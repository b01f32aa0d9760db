import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { UpstreamClient } from '../../core/upstream/upstream-client';
import { CLOCK } from '../runtime/runtime-tokens';
import { toEgressSettings, toUpstreamOptions } from './upstream-settings';

/** The way out: connections to upstream, directly or through egress proxies. */
@Module({
  providers: [
    {
      provide: EgressDispatchers,
      useFactory: (store: SettingsStore, clock: Clock) =>
        new EgressDispatchers(derive(store, toEgressSettings), clock),
      inject: [SettingsStore, CLOCK],
    },
    {
      provide: UpstreamClient,
      useFactory: (egress: EgressDispatchers, store: SettingsStore) =>
        new UpstreamClient(egress, derive(store, toUpstreamOptions)),
      inject: [EgressDispatchers, SettingsStore],
    },
  ],
  exports: [EgressDispatchers, UpstreamClient],
})
export class UpstreamModule implements OnApplicationShutdown {
  constructor(@Inject(UpstreamClient) private readonly client: UpstreamClient) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}
