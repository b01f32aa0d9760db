import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Ids } from '../core/ids';

/** Serves a request, or returns false to leave it to Express. */
export type ClientHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) => boolean;

/** Longer than clients and load balancers keep theirs, so that a kept connection is seldom closed under a request. */
const KEEP_ALIVE_MS = 75_000;
/** Time for a client to send its headers: a slow-loris holds a socket no longer. */
const HEADERS_TIMEOUT_MS = 30_000;
/** Time for a client to send its whole request: an upload of gigabytes takes long. What is held in memory has a budget. */
const REQUEST_TIMEOUT_MS = 24 * 3_600_000;

/** Express with the client routes in front of it: one server for listen, close, drain and upgrades. */
export class GatewayHttpAdapter extends ExpressAdapter {
  #clientHandler: ClientHandler = () => false;

  constructor(private readonly ids: Ids) {
    super();
  }

  /** Called once, before the server listens. */
  serveClientsWith(handler: ClientHandler): void {
    this.#clientHandler = handler;
  }

  override initHttpServer(_options: NestApplicationOptions): void {
    const express = this.getInstance<(request: IncomingMessage, response: ServerResponse) => void>();
    const server = createServer(
      {
        headersTimeout: HEADERS_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        keepAliveTimeout: KEEP_ALIVE_MS,
      },
      (request, response) => {
        const requestId = this.ids.requestId();
        if (this.#clientHandler(request, response, requestId)) return;
        response.setHeader('x-request-id', requestId);
        express(request, response);
      },
    );
    this.setHttpServer(server);
  }
}
