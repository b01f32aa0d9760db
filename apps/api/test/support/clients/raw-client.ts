import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CLIENT_TOKEN } from '../processes/gateway-process';

/** A client that writes its own bytes, for what no HTTP library would send. */
export interface RawClient {
  readonly socket: Socket;
  /** Everything received once the other side has closed. */
  received(): Promise<string>;
}

/** Connects and writes the request; the connection is not kept open after the answer. */
export async function aRawClient(
  port: number,
  requestLine: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const chunks: Buffer[] = [];
  // A server may close while the client still sends; what it has said by then is what counts.
  socket.on('error', () => undefined).on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise<void>((resolve) => socket.once('end', resolve).once('close', () => resolve()));
  await once(socket, 'connect');
  const all = { host: 'gateway', 'x-goog-api-key': CLIENT_TOKEN, connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${requestLine} HTTP/1.1\r\n${lines.join('')}\r\n`);
  socket.write(body);
  return { socket, received: () => closed.then(() => Buffer.concat(chunks).toString('utf8')) };
}
