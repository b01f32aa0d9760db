import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How often connections are looked at. */
const LOOK_MS = 1_000;
const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

interface Progress {
  request: IncomingMessage | undefined;
  response: ServerResponse | undefined;
  bytesRead: number;
  sinceMs: number;
}

/**
 * Cuts connections whose client has begun to send a body and does not go on: a slow-loris would hold them for ever. Neither a long
 * upload that gets on is cut, nor one that waits for us, nor an answer, however long it takes.
 */
export class StalledRequests {
  readonly #connections = new Map<Socket, Progress>();
  readonly #timer: NodeJS.Timeout;

  /** @param limitMs how long a client may send nothing; asked each time */
  constructor(
    server: Server,
    private readonly limitMs: () => number,
    lookMs = LOOK_MS,
  ) {
    this.#timer = setInterval(() => this.#look(), lookMs).unref();
    server.once('close', () => clearInterval(this.#timer));
    server.on('connection', (socket: Socket) => {
      this.#connections.set(socket, { request: undefined, response: undefined, bytesRead: 0, sinceMs: 0 });
      socket.once('close', () => this.#connections.delete(socket));
    });
  }

  /** Called with each request as its head has arrived. */
  watch(request: IncomingMessage, response: ServerResponse): void {
    const progress = this.#connections.get(request.socket);
    if (progress === undefined) return;
    progress.request = request;
    progress.response = response;
  }

  #look(): void {
    const nowMs = performance.now();
    for (const [socket, progress] of this.#connections) {
      const { request, response } = progress;
      const hasMoved = socket.bytesRead !== progress.bytesRead;
      // What has come and was not read yet waits for us.
      const isDue = request?.complete === false && request.readableLength === 0 && !isQueued(response);
      if (hasMoved || !isDue) {
        progress.bytesRead = socket.bytesRead;
        progress.sinceMs = nowMs;
      } else if (nowMs - progress.sinceMs > this.limitMs()) cut(socket, response);
    }
  }
}

/** Answers go out in the order of their requests: one whose turn has not come has no socket, and its client waits for us. */
function isQueued(response: ServerResponse | undefined): boolean {
  return response?.socket === null && !response.writableFinished;
}

function cut(socket: Socket, response: ServerResponse | undefined): void {
  if (response?.headersSent === false) socket.write(TIMED_OUT);
  socket.destroySoon();
}
