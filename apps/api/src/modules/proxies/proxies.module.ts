import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { checkEgress } from '../../core/upstream/egress/check-egress';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { CLOCK } from '../runtime/runtime-tokens';
import { UpstreamModule } from '../upstream/upstream.module';
import { CheckProxies } from './check-proxies.task';
import { ProxiesController } from './proxies.controller';
import { ProxyChecks } from './proxy-checks';

const CHECK_TIMEOUT_MS = 10_000;

/** The egress proxies and their health. */
@Module({
  imports: [KeysModule, UpstreamModule],
  controllers: [ProxiesController],
  providers: [
    {
      provide: ProxyChecks,
      useFactory: (store: SettingsStore, pools: KeyPools, clock: Clock) =>
        new ProxyChecks(
          (proxy) => checkEgress(proxy, new URL(store.current.BASE_URL).origin, CHECK_TIMEOUT_MS, clock),
          () => store.current.PROXIES,
          () => pools.all(),
          clock,
        ),
      inject: [SettingsStore, KeyPools, CLOCK],
    },
    {
      provide: CheckProxies,
      useFactory: (checks: ProxyChecks, egress: EgressDispatchers, clock: Clock) =>
        new CheckProxies(checks, (id) => egress.restsUntilMs(id), clock),
      inject: [ProxyChecks, EgressDispatchers, CLOCK],
    },
  ],
})
export class ProxiesModule {}
