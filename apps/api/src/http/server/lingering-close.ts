import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long, and how much, is read from a client that has its answer already. */
export interface LingerLimits {
  readonly ms: number;
  readonly bytes: number;
}

const LINGER: LingerLimits = { ms: 30_000, bytes: 64 * 1024 * 1024 };
/** How often that is looked at. */
const LOOK_MS = 100;

/**
 * A client that is answered before it has sent everything, as whoever is refused, gets to read its answer: what it still sends is read and
 * thrown away until it is done or leaves, or beyond a limit. See docs/protocol-notes.md, "Refusals before everything was sent".
 */
export function lingerWhenAnswered(
  request: IncomingMessage,
  response: ServerResponse,
  limits = LINGER,
): void {
  response.once('finish', () => {
    if (!request.complete && !request.destroyed) linger(request, limits);
  });
}

function linger(request: IncomingMessage, limits: LingerLimits): void {
  const { socket } = request;
  const isClosing = socket.writableEnded;
  // A connection that is not kept has its end written by Node, which destroys it as soon as that has left.
  if (isClosing) socket.off('finish', socket.destroy);
  // Time in which the gateway has not run, and could not read, does not count.
  let looksLeft = limits.ms / LOOK_MS;
  const untilBytes = socket.bytesRead + limits.bytes;
  const looking = setInterval(() => {
    if (--looksLeft < 0 || socket.bytesRead > untilBytes) socket.destroy();
  }, LOOK_MS);
  const finish = (): void => {
    clearInterval(looking);
    request.off('close', finish);
    socket.off('close', finish);
    if (isClosing) socket.destroy();
  };
  // Node tells a request that is answered nothing of its connection's end.
  request.once('close', finish);
  socket.once('close', finish);
  request.resume();
}
