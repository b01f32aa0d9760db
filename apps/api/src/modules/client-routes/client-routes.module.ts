import { Inject, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, HttpAdapterHost } from '@nestjs/core';
import type { Clock } from '../../core/clock';
import type { GatewayObserver } from '../../core/gateway/gateway-observer';
import { SettingsStore } from '../../core/settings/settings-store';
import { ClientRouter } from '../../http/client-router';
import type { GatewayHttpAdapter } from '../../http/gateway-http-adapter';
import { RouteTable } from '../../http/route-table';
import { CLOCK } from '../runtime/runtime-tokens';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { TokenDirectory } from '../tokens/token-directory';
import { TokensModule } from '../tokens/tokens.module';
import { collectClientRoutes } from './collect-client-routes';
import { FaultLog } from './fault-log';
import { UnknownPathRoutes } from './unknown-path.routes';

/** Gathers the client routes of all modules and puts them in front of Express. */
@Module({
  imports: [DiscoveryModule, TelemetryModule, TokensModule],
  providers: [UnknownPathRoutes],
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
  ) {}

  onApplicationBootstrap(): void {
    const faults = new FaultLog(this.#logger);
    const router = new ClientRouter(new RouteTable(collectClientRoutes(this.discovery)), {
      clients: this.tokens,
      observer: this.observer,
      clock: this.clock,
      allowedOrigins: () => this.store.current.CORS_ALLOWED_ORIGINS,
      onMistake: (error, requestId) =>
        this.#logger.error({ requestId, err: error }, 'a request ended in a mistake of the gateway'),
      onFault: (fault, requestId) => faults.tell(fault, requestId),
    });
    this.host.httpAdapter.serveClientsWith((...request) => router.handle(...request));
  }
}
