import { DiscoveryService } from '@nestjs/core';

/** Marks a provider class that implements `ClientRouteSource`. */
export const ClientRoutes = DiscoveryService.createDecorator();
