import type { RawData, WebSocket } from 'ws';

/** Keeps what a paused client has said: `ws` still hands out the messages of the bytes it has read already. */
export class EarlyMessages {
  readonly #messages: (readonly [message: RawData, isBinary: boolean])[] = [];
  readonly #keep = (message: RawData, isBinary: boolean): void => {
    this.#messages.push([message, isBinary]);
  };

  constructor(private readonly from: WebSocket) {
    from.on('message', this.#keep);
  }

  /** Sends them on in their order, and keeps no more. */
  release(to: WebSocket): void {
    for (const [message, isBinary] of this.drop()) to.send(message as Buffer, { binary: isBinary });
  }

  /** Forgets them, and keeps no more. */
  drop(): (readonly [message: RawData, isBinary: boolean])[] {
    this.from.off('message', this.#keep);
    return this.#messages.splice(0);
  }
}
