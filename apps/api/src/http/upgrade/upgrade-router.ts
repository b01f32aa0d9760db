import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayError, InternalError, UnknownPathError } from '../../core/gateway-error';
import type { Ids } from '../../core/ids';
import { toErrorBody } from '../../core/protocol/error-body';
import type { AdminAccess } from '../admin/admin-access';
import { describeError } from '../admin/describe-error';
import { authenticateClient } from '../identity/authenticate-client';
import type { ClientDirectory } from '../identity/client-identity';
import { replayWithoutUpgrade } from './replay-request';
import type { UpgradeRoute } from './upgrade-route';
import type { UpgradeSockets } from './upgrade-sockets';

/** What the router needs from the rest of the house. */
export interface UpgradeRouterPorts {
  readonly admins: AdminAccess;
  readonly clients: ClientDirectory;
  readonly ids: Ids;
  readonly sockets: UpgradeSockets;
  /** Whether a route for plain requests answers this path: some say there that they know no WebSocket. */
  readonly isClientPath: (path: string) => boolean;
  readonly onMistake: (error: unknown, requestId: string) => void;
}

/** Serves the requests that go on as a WebSocket: finds the route, decides who may, and hands the socket over. */
export class UpgradeRouter {
  readonly #whole = new Map<string, UpgradeRoute>();
  readonly #below: UpgradeRoute[] = [];

  /** @throws Error when two routes have the same path */
  constructor(
    routes: readonly UpgradeRoute[],
    private readonly ports: UpgradeRouterPorts,
  ) {
    for (const route of routes) {
      if (route.path.endsWith('/*')) this.#below.push(route);
      else if (this.#whole.has(route.path)) throw new Error(`Two upgrade routes are ${route.path}.`);
      else this.#whole.set(route.path, route);
    }
    this.#below.sort((one, other) => other.path.length - one.path.length);
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const found = this.#find(request);
      const isPlain = found.route === undefined && this.ports.isClientPath(found.path);
      if (request.headers.upgrade?.toLowerCase() !== 'websocket' || isPlain)
        replayWithoutUpgrade(server, request, socket, head);
      else void this.#serve(request, socket, head, found);
    });
  }

  async #serve(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    { route, tail, query }: Found,
  ): Promise<void> {
    const requestId = this.ports.ids.requestId();
    // A connection that breaks is no mistake of ours; who takes it over listens for itself.
    socket.on('error', () => undefined);
    try {
      if (route === undefined) throw new UnknownPathError('There is no WebSocket at this address.');
      const client =
        route.auth === 'client' ? authenticateClient(this.ports.clients, request, query) : undefined;
      const admin = route.auth === 'admin' ? await this.ports.admins.admitConnection(request) : undefined;
      const onDrain = this.ports.sockets.add(socket);
      await route.open({ request, socket, head, tail, query, requestId, client, admin, onDrain });
    } catch (error) {
      if (!(error instanceof GatewayError) || error instanceof InternalError)
        this.ports.onMistake(error, requestId);
      refuse(socket, error, route, requestId);
    }
  }

  #find(request: IncomingMessage): Found {
    const url = request.url ?? '/';
    const queryAt = url.indexOf('?');
    const path = (queryAt < 0 ? url : url.slice(0, queryAt)).replace(/\/{2,}/g, '/');
    const query = new URLSearchParams(queryAt < 0 ? '' : url.slice(queryAt + 1));
    const below = this.#below.find((route) => path.startsWith(route.path.slice(0, -1)));
    const route = this.#whole.get(path) ?? below;
    const tail = route !== undefined && route === below ? path.slice(route.path.length - 1) : '';
    return { route, path, tail, query };
  }
}

interface Found {
  readonly route: UpgradeRoute | undefined;
  readonly path: string;
  /** What follows the route's `/*`. */
  readonly tail: string;
  readonly query: URLSearchParams;
}

/** Answers as HTTP, since the connection has not become a WebSocket. */
function refuse(socket: Duplex, error: unknown, route: UpgradeRoute | undefined, requestId: string): void {
  const described = describeError(error);
  const isForClients = route !== undefined && route.auth !== 'admin' && error instanceof GatewayError;
  const body = JSON.stringify(isForClients ? toErrorBody(route.protocol, error, requestId) : described.body);
  const wait =
    described.retryAfterSeconds === undefined ? [] : [`retry-after: ${described.retryAfterSeconds}`];
  const lines = [
    `HTTP/1.1 ${described.status} ${STATUS_CODES[described.status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'cache-control: no-store',
    'connection: close',
    ...wait,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
