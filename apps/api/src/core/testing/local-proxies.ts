import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { anHttpServer, aTcpServer } from './local-server';
import type { LocalServer } from './local-server';

export interface LocalProxy extends LocalServer {
  /** `host:port` of every tunnel that was opened. */
  readonly tunnels: string[];
}

/** An HTTP proxy that opens tunnels, to those who bring the credentials where it wants some. */
export async function anHttpProxy(credentials?: string): Promise<LocalProxy> {
  const tunnels: string[] = [];
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const proxy = await anHttpServer((_, response) => response.writeHead(400).end());
  proxy.server.on('connect', ({ headers, url = '' }, socket: Socket) => {
    if (wanted && headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host, port] = url.split(':');
    tunnel(socket, host!, Number(port), tunnels, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  });
  return { ...proxy, tunnels };
}

const NO_LOGIN = 0x00;
const LOGIN = 0x02;
const DOMAIN = 0x03;

/** A SOCKS5 proxy (RFC 1928, 1929) that knows CONNECT. Each message is taken to arrive in one piece. */
export async function aSocksProxy(credentials?: string): Promise<LocalProxy> {
  const tunnels: string[] = [];
  const proxy = await aTcpServer((socket) => {
    socket.once('data', () => {
      if (credentials === undefined) {
        socket.write(Buffer.from([5, NO_LOGIN]));
        socket.once('data', answerConnect);
        return;
      }
      socket.write(Buffer.from([5, LOGIN]));
      socket.once('data', (login) => {
        const isRight = loginOf(login) === credentials;
        socket.write(Buffer.from([1, isRight ? 0 : 1]));
        if (isRight) socket.once('data', answerConnect);
        else socket.end();
      });
    });
    const answerConnect = (request: Buffer): void => {
      const { host, port } = targetOf(request);
      tunnel(socket, host, port, tunnels, () => socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])));
    };
  });
  return { ...proxy, tunnels };
}

function tunnel(client: Socket, host: string, port: number, opened: string[], onOpen: () => void): void {
  opened.push(`${host}:${port}`);
  const upstream = connect(port, host === 'upstream.test' ? '127.0.0.1' : host, () => {
    onOpen();
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => client.destroy());
  client.on('error', () => upstream.destroy());
  client.on('close', () => upstream.destroy());
}

function loginOf(message: Buffer): string {
  const name = message.subarray(2, 2 + message[1]!);
  const password = message.subarray(3 + name.length);
  return `${name.toString()}:${password.toString()}`;
}

function targetOf(request: Buffer): { host: string; port: number } {
  const port = request.readUInt16BE(request.length - 2);
  const address = request.subarray(4, -2);
  return { host: request[3] === DOMAIN ? address.subarray(1).toString() : address.join('.'), port };
}
