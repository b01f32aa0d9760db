import type { WebSocket } from 'ws';

const CHECK_MS = 30_000;

/** Cuts a connection whose other side does not answer a ping for half a minute. Ends with the connection. */
export function watchPulse(socket: WebSocket): void {
  let isThere = true;
  const check = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, CHECK_MS);
  socket.on('pong', () => (isThere = true));
  // A slow reader answers late; what it reads in between proves that it is there.
  socket.on('message', () => (isThere = true));
  socket.on('close', () => clearInterval(check));
}
