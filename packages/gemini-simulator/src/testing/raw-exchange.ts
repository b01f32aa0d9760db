import { connect } from 'node:net';

export interface RawReply {
  readonly head: string;
  /** The body with chunk sizes, as it came. */
  readonly body: string;
  /** What each read gave. */
  readonly reads: readonly Buffer[];
  readonly ending: 'end' | 'reset';
}

/** Sends one POST over a bare socket and keeps all that comes until the connection ends. */
export function rawPost(port: number, path: string, key: string, json: unknown): Promise<RawReply> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const reads: Buffer[] = [];
    const finish = (ending: RawReply['ending']) => {
      const text = Buffer.concat(reads).toString('latin1');
      const at = text.indexOf('\r\n\r\n');
      resolve({ head: text.slice(0, at), body: text.slice(at + 4), reads, ending });
    };
    socket.on('data', (bytes: Buffer) => reads.push(bytes));
    socket.on('end', () => finish('end'));
    socket.on('error', () => finish('reset'));
    const body = JSON.stringify(json);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: sim\r\nConnection: close\r\nx-goog-api-key: ${key}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}
