import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CLIENT_TOKEN } from '../../test/support/processes/gateway-process';
import type { ClientForm } from './story';

/** A client of one request, on a connection of its own that can vanish at any moment. */
export interface LeavingClient {
  readonly socket: Socket;
  /** Resolves when something of the answer has come. */
  readonly firstByte: Promise<void>;
  /** Vanishes without a word, and says when. */
  leave(): number;
}

/** Sends the request, or only so much of its body. */
export async function aLeavingClient(
  port: number,
  form: ClientForm,
  model: string,
  sentShare = 1,
): Promise<LeavingClient> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const body = JSON.stringify(form.body(model, `Tell a story about ${model}`));
  socket.write(
    `POST ${form.path(model)} HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${CLIENT_TOKEN}\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
  );
  socket.write(body.slice(0, Math.ceil(body.length * sentShare)));
  const firstByte = new Promise<void>((resolve) => socket.once('data', () => resolve()));
  return {
    socket,
    firstByte,
    leave: () => {
      socket.resetAndDestroy();
      return performance.now();
    },
  };
}
