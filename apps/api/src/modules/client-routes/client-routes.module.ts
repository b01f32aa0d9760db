import { Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, HttpAdapterHost, ModuleRef } from '@nestjs/core';
import type { Clock } from '../../core/clock';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import type { Ids } from '../../core/ids';
import { SettingsStore } from '../../core/settings/settings-store';
import { ADMIN_ACCESS, type AdminAccess } from '../../http/admin/admin-access';
import { PLAYGROUND_ACCESS, type PlaygroundAccess } from '../../http/identity/playground-access';
import { ClientRouter } from '../../http/routing/client-router';
import { RouteTable } from '../../http/routing/route-table';
import type { GatewayHttpAdapter } from '../../http/server/gateway-http-adapter';
import { UpgradeRouter } from '../../http/upgrade/upgrade-router';
import { UpgradeSockets } from '../../http/upgrade/upgrade-sockets';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { TokenDirectory } from '../tokens/token-directory';
import { TokensModule } from '../tokens/tokens.module';
import { collectClientRoutes, collectUpgradeRoutes } from './collect-client-routes';
import { FaultLog } from './fault-log';
import { UnknownPathRoutes } from './unknown-path.routes';

/** Gathers the client routes of all modules and puts them in front of Express. */
@Module({
  imports: [DiscoveryModule, TelemetryModule, TokensModule],
  providers: [UnknownPathRoutes, UpgradeSockets],
})
export class ClientRoutesModule implements OnApplicationBootstrap {
  readonly #logger = new Logger(ClientRoutesModule.name);

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly host: HttpAdapterHost<GatewayHttpAdapter>,
    private readonly store: SettingsStore,
    private readonly tokens: TokenDirectory,
    @Inject(GATEWAY_OBSERVER) private readonly observer: GatewayObserver,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
    private readonly sockets: UpgradeSockets,
    private readonly modules: ModuleRef,
  ) {}

  onApplicationBootstrap(): void {
    const faults = new FaultLog(this.#logger);
    const onMistake = (error: unknown, requestId: string): void =>
      this.#logger.error({ requestId, err: error }, 'a request ended in a mistake of the gateway');
    const table = new RouteTable(collectClientRoutes(this.discovery));
    const router = new ClientRouter(table, {
      clients: this.tokens,
      playground: this.modules.get<PlaygroundAccess>(PLAYGROUND_ACCESS, { strict: false }),
      observer: this.observer,
      clock: this.clock,
      tellsTiming: () => this.store.current.SERVER_TIMING_ENABLED,
      allowedOrigins: () => this.store.current.CORS_ALLOWED_ORIGINS,
      repairsPaths: () => this.store.current.URL_NORMALIZATION_ENABLED,
      onMistake,
      onFault: (fault, requestId) => faults.tell(fault, requestId),
    });
    this.host.httpAdapter.serveClientsWith((...request) => router.handle(...request));
    new UpgradeRouter(collectUpgradeRoutes(this.discovery), {
      admins: this.modules.get<AdminAccess>(ADMIN_ACCESS, { strict: false }),
      clients: this.tokens,
      ids: this.ids,
      sockets: this.sockets,
      isClientPath: (path) => table.match('GET', path) !== undefined,
      onMistake,
    }).attach(this.host.httpAdapter.getHttpServer());
  }
}
