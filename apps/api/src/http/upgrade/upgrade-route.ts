import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { DiscoveryService } from '@nestjs/core';
import type { Protocol } from '../../core/protocol/protocol';
import type { AdminConnection } from '../admin/admin-access';
import type { ClientIdentity } from '../identity/client-identity';

/** A request to go on as a WebSocket, from somebody who may. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** The first bytes after the request, where they came with it. */
  readonly head: Buffer;
  /** What follows the route's `/*`. */
  readonly tail: string;
  readonly query: URLSearchParams;
  readonly requestId: string;
  /** Set where the route is for clients. */
  readonly client: ClientIdentity | undefined;
  /** Set where the route is for administrators. */
  readonly admin: AdminConnection | undefined;
  /** Calls `act` when the gateway begins to stop: the connection should end soon, and is cut after the time to drain. */
  onDrain(act: () => void): void;
}

/** A route that goes on as a WebSocket. */
export interface UpgradeRoute {
  /** A whole path, or one that ends in `/*` and takes everything below it. */
  readonly path: string;
  /** `access-token`: the route itself looks for a token that upstream gave, and else for a client's. */
  readonly auth: 'client' | 'admin' | 'access-token';
  /** The dialect of refusals on routes for clients. */
  readonly protocol: Protocol;
  /** One line for the API page. */
  readonly summary: string;
  /** Takes the socket over. What it throws is answered as a refusal, as long as nothing was written. */
  open(upgrade: Upgrade): Promise<void> | void;
}

/** A provider that owns routes which go on as a WebSocket. Marked with `@UpgradeRoutes()`, it is found at bootstrap. */
export interface UpgradeRouteSource {
  upgradeRoutes(): readonly UpgradeRoute[];
}

export const UpgradeRoutes = DiscoveryService.createDecorator();
