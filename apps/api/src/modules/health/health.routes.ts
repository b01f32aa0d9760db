import { Injectable } from '@nestjs/common';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { Readiness } from './readiness';

const PROBE = { method: 'GET', protocol: 'gemini', auth: 'none', isReported: false } as const;
const NEVER_STORED = { 'cache-control': 'no-store' };

/** Says whether the gateway lives, and whether calls should be sent to it. Open to everybody, so it says no more. */
@ClientRoutes()
@Injectable()
export class HealthRoutes implements ClientRouteSource {
  constructor(private readonly readiness: Readiness) {}

  routes(): ClientRoute[] {
    return [
      {
        ...PROBE,
        path: '/health',
        summary: 'Whether the gateway serves',
        // The port opens after the keys are loaded, so there is no other answer.
        handle: (exchange) => exchange.sendJson({ status: 'ok' }),
      },
      {
        ...PROBE,
        path: '/ready',
        summary: 'Whether the gateway can answer clients; 503 with what is missing where it cannot',
        handle: (exchange) => this.#ready(exchange),
      },
    ];
  }

  async #ready(exchange: ClientExchange): Promise<void> {
    const problems = await this.readiness.problems();
    if (Object.keys(problems).length === 0) exchange.sendJson({ status: 'ok' }, 200, NEVER_STORED);
    else exchange.sendJson({ status: 'unavailable', problems }, 503, NEVER_STORED);
  }
}
