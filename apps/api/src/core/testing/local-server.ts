import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, Server as HttpServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A server on loopback that lives as long as one test. */
export interface LocalServer<Kind extends Server = Server> {
  readonly server: Kind;
  readonly port: number;
  readonly origin: string;
  /** Every connection that was opened so far. */
  readonly sockets: readonly Socket[];
  /** Breaks every connection and frees the port. */
  close(): Promise<void>;
}

export function anHttpServer(listener: RequestListener): Promise<LocalServer<HttpServer>> {
  return listen(createHttpServer(listener));
}

export function aTcpServer(onConnection: (socket: Socket) => void): Promise<LocalServer> {
  return listen(createTcpServer(onConnection));
}

/** A port on which nobody listens. */
export async function aClosedPort(): Promise<number> {
  const { port, close } = await aTcpServer(() => undefined);
  await close();
  return port;
}

async function listen<Kind extends Server>(server: Kind): Promise<LocalServer<Kind>> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    origin: `http://127.0.0.1:${port}`,
    sockets,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
