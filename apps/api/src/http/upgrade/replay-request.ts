import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Serves a request that asked for another upgrade as if it had not: some clients offer HTTP/2 (`h2c`) with every plain
 * request, and a server may ignore that. Node has taken such a request off the connection, so it is put back.
 */
export function replayWithoutUpgrade(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index]!;
    if (!/^(upgrade|http2-settings|connection)$/i.test(name))
      lines.push(`${name}: ${request.rawHeaders[index + 1]}`);
  }
  const text = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  socket.unshift(head.length > 0 ? Buffer.concat([text, head]) : text);
  server.emit('connection', socket);
}
