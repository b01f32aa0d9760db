import type { TailDroppedDto } from '@gemini-balance/shared';
import type { WebSocket } from 'ws';

/** What may wait in memory for one reader. */
const MOST_WAITING_BYTES = 512 * 1024;

/** Sends to a reader as fast as it reads. What is too much for it is dropped and counted, and the count is told. */
export class SlowReader {
  #dropped = 0;

  constructor(
    private readonly socket: Pick<WebSocket, 'send' | 'bufferedAmount' | 'readyState' | 'OPEN'>,
    private readonly isDropTold: boolean,
  ) {}

  send(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MOST_WAITING_BYTES) {
      this.#dropped += 1;
      return;
    }
    if (this.#dropped > 0 && this.isDropTold) {
      const told: TailDroppedDto = { kind: 'dropped', count: this.#dropped };
      this.socket.send(JSON.stringify(told));
    }
    this.#dropped = 0;
    this.socket.send(text);
  }
}
