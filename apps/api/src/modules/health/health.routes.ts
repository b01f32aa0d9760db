import { Injectable } from '@nestjs/common';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';

/** Says that the gateway serves. The port opens after the keys are loaded, so there is no other answer. */
@ClientRoutes()
@Injectable()
export class HealthRoutes implements ClientRouteSource {
  routes(): ClientRoute[] {
    return [
      {
        method: 'GET',
        path: '/health',
        protocol: 'gemini',
        auth: 'none',
        summary: 'Whether the gateway serves',
        isReported: false,
        handle: (exchange) => exchange.sendJson({ status: 'ok' }),
      },
    ];
  }
}
