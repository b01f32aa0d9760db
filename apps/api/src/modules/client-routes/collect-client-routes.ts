import type { DiscoveryService } from '@nestjs/core';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';

/** The routes of every provider that is marked with `@ClientRoutes()`. */
export function collectClientRoutes(discovery: DiscoveryService): ClientRoute[] {
  return discovery
    .getProviders({ metadataKey: ClientRoutes.KEY })
    .flatMap(({ instance }) => (instance as ClientRouteSource).routes());
}
