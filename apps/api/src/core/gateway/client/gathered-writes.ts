import type { ServerResponse } from 'node:http';

/**
 * Writes to a client so that all that comes in one turn of the event loop goes out as one chunk: upstream's events come
 * many to a read, and a chunk for each costs more than the event.
 */
export class GatheredWrites {
  #pieces: Buffer[] = [];

  constructor(private readonly response: ServerResponse) {}

  /** False when the client is slow: what is written now waits with the rest. */
  write(piece: Buffer): boolean {
    if (this.#pieces.push(piece) === 1) queueMicrotask(() => this.flush());
    return !this.response.writableNeedDrain;
  }

  /** Sends what waits, ahead of what is sent in another way. */
  flush(): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    if (pieces.length === 0 || this.response.destroyed) return;
    this.response.write(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
  }
}
