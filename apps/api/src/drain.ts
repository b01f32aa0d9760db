import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';
import { setTimeout as passed } from 'node:timers/promises';
import { UpstreamClient } from './core/upstream/upstream-client';
import { UpgradeSockets } from './http/upgrade/upgrade-sockets';
import { DrainNotice } from './modules/health/drain-notice';

/** How often connections that have become idle are closed while others are still in use. */
const SWEEP_MS = 100;

/** Time for streams that are broken off to tell their clients so. */
const LAST_WORDS_MS = 500;

/**
 * Tells who asks for `/ready` and serves on for `noticeMs`. Then stops taking connections, lets open replies finish for at most `drainMs`, breaks
 * off those that do not, and closes the app, which writes out what is still in memory.
 */
export async function drain(app: INestApplication, noticeMs: number, drainMs: number): Promise<void> {
  app.get(DrainNotice, { strict: false }).begin();
  if (noticeMs > 0) await passed(noticeMs);
  const server = app.getHttpServer() as Server;
  const isClosed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const upgraded = app.get(UpgradeSockets, { strict: false });
  upgraded.drain();
  let cut: NodeJS.Timeout | undefined;
  const deadline = setTimeout(() => {
    app.get(UpstreamClient, { strict: false }).breakOff('The gateway is stopping. Send the request again.');
    upgraded.destroy();
    cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS);
  }, drainMs);
  await isClosed;
  clearInterval(sweep);
  clearTimeout(deadline);
  clearTimeout(cut);
  await app.close();
}
