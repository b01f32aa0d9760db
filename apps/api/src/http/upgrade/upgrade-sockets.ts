import type { Duplex } from 'node:stream';

/** The connections that have become WebSockets. The server forgets them, and does not close while they are open. */
export class UpgradeSockets {
  readonly #drains = new Map<Duplex, (() => void)[]>();

  /** Returns what takes a function to be called when the gateway begins to stop. */
  add(socket: Duplex): (act: () => void) => void {
    const acts: (() => void)[] = [];
    this.#drains.set(socket, acts);
    socket.once('close', () => this.#drains.delete(socket));
    return (act) => void acts.push(act);
  }

  /** Asks every connection to end. */
  drain(): void {
    for (const acts of this.#drains.values()) for (const act of acts) act();
  }

  /** Cuts what is still open. */
  destroy(): void {
    for (const socket of this.#drains.keys()) socket.destroy();
  }
}
