import { Injectable } from '@nestjs/common';
import { TailFilter } from '@gemini-balance/shared';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import {
  type Upgrade,
  type UpgradeRoute,
  UpgradeRoutes,
  type UpgradeRouteSource,
} from '../../http/upgrade/upgrade-route';
import { LogLines, isDebugLine } from '../../logging/log-lines';
import { LiveTail } from '../logs/tail/live-tail';
import { SlowReader } from './slow-reader';

/** How often it is seen to that the reader is there, and may still read. */
const CHECK_MS = 15_000;
const MOST_MESSAGE_BYTES = 16 * 1024;

const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

/** What happens, told over a WebSocket while it happens. */
@UpgradeRoutes()
@Injectable()
export class TailRoutes implements UpgradeRouteSource {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES });

  constructor(
    private readonly tail: LiveTail,
    private readonly lines: LogLines,
  ) {}

  upgradeRoutes(): UpgradeRoute[] {
    return [
      {
        path: '/api/logs/tail',
        auth: 'admin',
        protocol: 'gemini',
        summary: 'Requests, errors and log lines as they come; a message of the reader is the filter',
        open: (upgrade) => this.#open(upgrade, (socket) => this.#watch(socket)),
      },
      {
        path: '/api/status/logs/ws',
        auth: 'admin',
        protocol: 'gemini',
        summary: 'Each new line of the log file',
        open: (upgrade) => this.#open(upgrade, (socket) => this.#follow(socket)),
      },
    ];
  }

  #watch(socket: WebSocket): () => void {
    const reader = new SlowReader(socket, true);
    const watch = { filter: {} as TailFilter, take: (text: string) => reader.send(text) };
    socket.on('message', (data: RawData) => {
      const filter = toFilter(data);
      if (filter === undefined) socket.close(POLICY_VIOLATION, 'This is no filter.');
      else watch.filter = filter;
    });
    return this.tail.watch(watch);
  }

  #follow(socket: WebSocket): () => void {
    const reader = new SlowReader(socket, false);
    return this.lines.onLine((line) => {
      if (!isDebugLine(line)) reader.send(line.trimEnd());
    });
  }

  /** @param begin returns the function that ends what it began */
  #open({ request, socket, head, admin, onDrain }: Upgrade, begin: (socket: WebSocket) => () => void): void {
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const end = begin(webSocket);
      let isThere = true;
      const check = setInterval(() => {
        if (!isThere) return webSocket.terminate();
        isThere = false;
        webSocket.ping();
        admin?.isInForce().then(
          (isInForce) => isInForce || webSocket.close(POLICY_VIOLATION, 'Signed out.'),
          () => undefined,
        );
      }, CHECK_MS);
      webSocket.on('pong', () => (isThere = true));
      webSocket.on('error', () => undefined);
      webSocket.on('close', () => {
        clearInterval(check);
        end();
      });
      onDrain(() => webSocket.close(GOING_AWAY, 'The gateway stops.'));
    });
  }
}

function toFilter(data: RawData): TailFilter | undefined {
  try {
    const filter = plainToInstance(TailFilter, JSON.parse(String(data)) as object);
    return filter instanceof TailFilter &&
      validateSync(filter, { whitelist: true, forbidNonWhitelisted: true }).length === 0
      ? filter
      : undefined;
  } catch {
    return undefined;
  }
}
