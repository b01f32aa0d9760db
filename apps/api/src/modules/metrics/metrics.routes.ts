import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { isSameSecret } from '../../core/same-secret';
import { SettingsStore } from '../../core/settings/settings-store';
import { ADMIN_ACCESS, type AdminAccess } from '../../http/admin/admin-access';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { bearerToken } from '../../http/identity/request-credential';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { CallMetrics } from '../telemetry/call-metrics/call-metrics';

/** Gives Prometheus its figures: for METRICS_TOKEN, and for administrators. */
@ClientRoutes()
@Injectable()
export class MetricsRoutes implements ClientRouteSource {
  #isProcessWatched = false;

  constructor(
    private readonly metrics: CallMetrics,
    private readonly store: SettingsStore,
    @Inject(ADMIN_ACCESS) private readonly admins: AdminAccess,
  ) {}

  routes(): ClientRoute[] {
    return [
      {
        method: 'GET',
        path: '/metrics',
        protocol: 'gemini',
        auth: 'metrics-token',
        summary: 'Figures for Prometheus: calls, attempts, latency, keys, queues, the process',
        isReported: false,
        handle: (exchange) => this.#tell(exchange),
      },
    ];
  }

  async #tell(exchange: ClientExchange): Promise<void> {
    if (!this.#isScraper(exchange)) await this.admins.admitConnection(exchange.request);
    const { registry } = this.metrics;
    // Watching the event loop and the collection of garbage has a price, which only those pay who look.
    if (!this.#isProcessWatched) collectDefaultMetrics({ register: registry });
    this.#isProcessWatched = true;
    const text = await registry.metrics();
    exchange.writeHead(200, {
      'content-type': registry.contentType,
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-store',
    });
    exchange.response.end(text);
  }

  #isScraper({ request }: ClientExchange): boolean {
    const expected = this.store.current.METRICS_TOKEN;
    const presented = bearerToken(request.headers.authorization);
    return expected !== undefined && presented !== undefined && isSameSecret(presented, expected);
  }
}
