import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../core/clock';
import {
  GatewayError,
  InternalError,
  InvalidRequestError,
  MethodNotAllowedError,
} from '../../core/gateway-error';
import { CallTiming } from '../../core/gateway/observing/call-timing';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import { ClientExchange } from '../exchange/client-exchange';
import { applyCors } from '../exchange/cors';
import { sendFault } from '../exchange/fault-response';
import { meterRequest } from '../exchange/meter-request';
import { reportWhenClosed } from '../exchange/request-report';
import { authenticateClient } from '../identity/authenticate-client';
import type { ClientDirectory } from '../identity/client-identity';
import { isFromPlayground, type PlaygroundAccess } from '../identity/playground-access';
import { presentedTokens } from '../identity/request-credential';
import type { ClientRoute } from './client-route';
import { detectProtocol } from './detect-protocol';
import { beginsWithVersion, holdsCall, repairedPath } from './repair-path';
import { isWrongMethod, type RouteMatch, type RouteTable, type WrongMethod } from './route-table';

/** What the router needs from the rest of the house. */
export interface ClientRouterPorts {
  readonly clients: ClientDirectory;
  readonly playground: PlaygroundAccess;
  readonly observer: GatewayObserver;
  readonly clock: Clock;
  readonly allowedOrigins: () => readonly string[];
  /** Whether answers tell where their time went. */
  readonly tellsTiming: () => boolean;
  /** Whether paths that lead nowhere are taken for what was most likely meant. */
  readonly repairsPaths: () => boolean;
  /** Told of errors that are a mistake of the gateway; the client learns only that there was one. */
  readonly onMistake: (error: unknown, requestId: string) => void;
  /** Told of every other error, as the client is told it. */
  readonly onFault: (fault: GatewayError, requestId: string) => void;
}

/** Serves the client routes ahead of Express: finds the route, authenticates, handles, and answers errors in the client's dialect. */
export class ClientRouter {
  constructor(
    private readonly table: RouteTable,
    private readonly ports: ClientRouterPorts,
  ) {}

  /** False when the path is not a client route; then nothing has been done. */
  handle(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
    const url = request.url ?? '/';
    const queryAt = url.indexOf('?');
    const path = collapseLeadingSlashes(queryAt < 0 ? url : url.slice(0, queryAt));
    const match = this.#match(request, path);
    if (match === undefined) return false;

    const { route } = match;
    const query = queryAt < 0 ? undefined : new URLSearchParams(url.slice(queryAt + 1));
    const protocol = route.protocol === 'detect' ? detectProtocol(request.headers, query) : route.protocol;
    const tail = isWrongMethod(match) ? '' : decoded(match.tail);
    const startedAtMs = this.ports.clock.nowMs();
    const exchange = new ClientExchange(
      request,
      response,
      route.path,
      protocol,
      requestId,
      startedAtMs,
      tail ?? '',
      query,
      this.ports.tellsTiming() ? new CallTiming(this.ports.clock, startedAtMs) : undefined,
    );
    if (applyCors(exchange, this.ports.allowedOrigins())) return true;
    if (route.isReported !== false) reportWhenClosed(exchange, this.ports.observer, this.ports.clock);

    this.#serve(exchange, route.auth, () => {
      if (isWrongMethod(match)) throw wrongMethod(exchange, match.allowed);
      if (tail === undefined) throw new InvalidRequestError('The path is not valid percent-encoding.');
      return route.handle(exchange);
    }).catch((error: unknown) => this.#fail(exchange, error));
    return true;
  }

  #match(request: IncomingMessage, path: string): RouteMatch | WrongMethod | undefined {
    const { method = 'GET' } = request;
    const found = this.table.match(method, path);
    if (!this.ports.repairsPaths() || !isAstray(found, request, path)) return found;
    const meant = repairedPath(path);
    const better = meant === undefined ? undefined : this.table.match(method, meant);
    return better === undefined || isWrongMethod(better) || better.route.isFallback ? found : better;
  }

  async #serve(
    exchange: ClientExchange,
    auth: ClientRoute['auth'],
    handle: () => Promise<void> | void,
  ): Promise<void> {
    const isHandlersOwn = auth === 'none' || auth === 'metrics-token';
    if (auth === 'upload-id' && exchange.query?.has('upload_id')) this.#recognise(exchange);
    else if (!isHandlersOwn && isFromPlayground(exchange.request))
      exchange.identity = await this.ports.playground.admitPlayground(exchange.request);
    else if (!isHandlersOwn) this.#authenticate(exchange);
    await handle();
  }

  /** Who it is, where that is told: what lets the request in is something else. */
  #recognise(exchange: ClientExchange): void {
    for (const token of presentedTokens(exchange.request, exchange.query))
      exchange.identity ??= this.ports.clients.identify(token);
  }

  #authenticate(exchange: ClientExchange): void {
    const { request, query } = exchange;
    const identity = authenticateClient(this.ports.clients, request, query);
    exchange.identity = identity;
    // Reading lists costs nothing that is limited.
    if (identity.meter !== undefined && request.method !== 'GET' && request.method !== 'HEAD')
      meterRequest(exchange, identity.meter, this.ports.clock.nowMs());
  }

  #fail(exchange: ClientExchange, error: unknown): void {
    if (!(error instanceof GatewayError) || error instanceof InternalError)
      this.ports.onMistake(error, exchange.requestId);
    else this.ports.onFault(error, exchange.requestId);
    const fault =
      error instanceof GatewayError
        ? error
        : new InternalError('The gateway made a mistake. Its log names the cause by the request id.');
    exchange.facts.errorCode = fault.code;
    if (exchange.response.headersSent) exchange.response.destroy();
    else if (!exchange.response.destroyed) sendFault(exchange, fault);
  }
}

/** Whether a client's path leads nowhere. One without a credential may be a page of the dashboard. */
function isAstray(
  found: RouteMatch | WrongMethod | undefined,
  request: IncomingMessage,
  path: string,
): boolean {
  if (found === undefined) return !isOurs(path) && !presentedTokens(request, undefined).next().done;
  if (isWrongMethod(found)) return false;
  // Whatever may stand below `/v1/models/`, it is no chat.
  const isCall = found.tail !== '' && request.method === 'POST' && holdsCall(found.tail);
  return found.route.isFallback === true || isCall || beginsWithVersion(found.tail);
}

/** The admin REST and the API page. */
function isOurs(path: string): boolean {
  return /^\/(api|docs)(\/|$)/.test(path);
}

function wrongMethod(exchange: ClientExchange, allowed: readonly string[]): MethodNotAllowedError {
  exchange.ownHeaders['allow'] = allowed.join(', ');
  return new MethodNotAllowedError(`This path takes ${allowed.join(', ')}.`);
}

/** `//ws/…` is what one SDK sends. */
function collapseLeadingSlashes(path: string): string {
  return path.startsWith('//') ? path.replace(/^\/+/, '/') : path;
}

function decoded(tail: string): string | undefined {
  if (!tail.includes('%')) return tail;
  try {
    return decodeURIComponent(tail);
  } catch {
    return undefined;
  }
}
