import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';
import { UpgradeSockets } from './http/upgrade-sockets';

/** How often connections that have become idle are closed while others are still in use. */
const SWEEP_MS = 100;

/**
 * Stops taking connections, lets open replies finish for at most `drainMs`, then closes the app, which writes out
 * what is still in memory.
 */
export async function drain(app: INestApplication, drainMs: number): Promise<void> {
  const server = app.getHttpServer() as Server;
  const isClosed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const upgraded = app.get(UpgradeSockets, { strict: false });
  upgraded.drain();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
    upgraded.destroy();
  }, drainMs);
  await isClosed;
  clearInterval(sweep);
  clearTimeout(deadline);
  await app.close();
}
