import type { RawData, WebSocket } from 'ws';

/** What may wait in memory for one side of a session before the other one is slowed down. */
const MOST_WAITING_BYTES = 1024 * 1024;

/**
 * Sends every message of one side to the other as it is, as fast as that one reads.
 * @param onMessage sees each message first
 */
export function forwardMessages(
  from: WebSocket,
  to: WebSocket,
  onMessage: (message: RawData) => void = () => undefined,
): void {
  from.on('message', (message: RawData, isBinary: boolean) => {
    onMessage(message);
    if (to.readyState !== to.OPEN) return;
    const isFull = to.bufferedAmount > MOST_WAITING_BYTES;
    if (isFull) from.pause();
    to.send(message as Buffer, { binary: isBinary }, () => {
      if (from.isPaused && to.bufferedAmount <= MOST_WAITING_BYTES) from.resume();
    });
  });
}
