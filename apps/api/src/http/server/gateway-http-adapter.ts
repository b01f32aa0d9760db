import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Ids } from '../../core/ids';
import { continueWhenRead } from './continue-when-read';
import { lingerWhenAnswered } from './lingering-close';
import { StalledRequests } from './stalled-requests';

/** Serves a request, or returns false to leave it to Express. */
export type ClientHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) => boolean;

/** Longer than clients and load balancers keep theirs, so that a kept connection is seldom closed under a request. */
const KEEP_ALIVE_MS = 75_000;
/** Time for a client to send its whole request: an upload of gigabytes takes long. What is held in memory has a budget. */
const REQUEST_TIMEOUT_MS = 24 * 3_600_000;
/** Of all headers of a request together, URL included. */
const MAX_HEADER_BYTES = 32 * 1024;
/** What is beyond is not looked at. */
const MAX_HEADERS = 200;

/** How long a slow client may take. */
export interface ServerPatience {
  /** For all headers: a slow-loris holds a socket no longer. */
  readonly headersMs: number;
  /** How often that is looked at. */
  readonly lookMs: number;
  /** Without a byte of a body that has begun. Asked each time. */
  stallMs(): number;
}

export const SERVER_PATIENCE: ServerPatience = { headersMs: 30_000, lookMs: 1_000, stallMs: () => 60_000 };

/** Express with the client routes in front of it: one server for listen, close, drain and upgrades. */
export class GatewayHttpAdapter extends ExpressAdapter {
  #clientHandler: ClientHandler = () => false;

  constructor(
    private readonly ids: Ids,
    private readonly patience: ServerPatience = SERVER_PATIENCE,
  ) {
    super();
  }

  /** Called once, before the server listens. */
  serveClientsWith(handler: ClientHandler): void {
    this.#clientHandler = handler;
  }

  override initHttpServer(_options: NestApplicationOptions): void {
    const express = this.getInstance<(request: IncomingMessage, response: ServerResponse) => void>();
    const serve = (request: IncomingMessage, response: ServerResponse): void => {
      stalled.watch(request, response);
      lingerWhenAnswered(request, response);
      const requestId = this.ids.requestId();
      if (this.#clientHandler(request, response, requestId)) return;
      response.setHeader('x-request-id', requestId);
      express(request, response);
    };
    const server = createServer(
      {
        headersTimeout: this.patience.headersMs,
        connectionsCheckingInterval: this.patience.lookMs,
        maxHeaderSize: MAX_HEADER_BYTES,
        requestTimeout: REQUEST_TIMEOUT_MS,
        keepAliveTimeout: KEEP_ALIVE_MS,
      },
      serve,
    );
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      continueWhenRead(request, response);
      serve(request, response);
    });
    server.maxHeadersCount = MAX_HEADERS;
    const stalled = new StalledRequests(server, () => this.patience.stallMs(), this.patience.lookMs);
    this.setHttpServer(server);
  }
}
