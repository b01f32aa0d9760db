import type { DiscoveryService } from '@nestjs/core';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { type UpgradeRoute, UpgradeRoutes, type UpgradeRouteSource } from '../../http/upgrade/upgrade-route';

/** The routes of every provider that is marked with `@ClientRoutes()`. */
export function collectClientRoutes(discovery: DiscoveryService): ClientRoute[] {
  return discovery
    .getProviders({ metadataKey: ClientRoutes.KEY })
    .flatMap(({ instance }) => (instance as ClientRouteSource).routes());
}

/** The routes of every provider that is marked with `@UpgradeRoutes()`. */
export function collectUpgradeRoutes(discovery: DiscoveryService): UpgradeRoute[] {
  return discovery
    .getProviders({ metadataKey: UpgradeRoutes.KEY })
    .flatMap(({ instance }) => (instance as UpgradeRouteSource).upgradeRoutes());
}
