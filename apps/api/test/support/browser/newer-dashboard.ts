import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway whose dashboard can be replaced by a newer one, as an upgrade does. */
export interface UpgradableDashboard {
  readonly url: string;
  /** From here on browsers find another service worker. */
  upgrade(): void;
  close(): Promise<void>;
}

/** Stands before a gateway, and passes everything on but the service worker once it is upgraded. */
export async function upgradable(gateway: { port: number }): Promise<UpgradableDashboard> {
  let isUpgraded = false;
  const server = createServer((asked: IncomingMessage, answer: ServerResponse) => {
    const { method, url, headers } = asked;
    const isWorker = url === '/sw.js' && isUpgraded;
    // Whole and as it was stored, so that a line can be added to it.
    const sent = isWorker ? { host: headers.host } : headers;
    const passed = request({ host: '127.0.0.1', port: gateway.port, method, path: url, headers: sent });
    passed.on('error', () => answer.destroy());
    passed.on('response', (reply) => {
      const { 'content-length': _, ...rest } = reply.headers;
      answer.writeHead(reply.statusCode ?? 502, isWorker ? rest : reply.headers);
      if (isWorker) reply.on('end', () => answer.end('\n// newer\n'));
      reply.pipe(answer, { end: !isWorker });
    });
    asked.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upgrade: () => void (isUpgraded = true),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
