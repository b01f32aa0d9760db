/** Counts the bytes of request bodies held in memory, so that many large ones together cannot exhaust it. */
export class BodyBudget {
  #heldBytes = 0;

  constructor(private readonly limitBytes: () => number) {}

  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** False when there is no room; then nothing is counted. */
  take(bytes: number): boolean {
    if (this.#heldBytes > 0 && this.#heldBytes + bytes > this.limitBytes()) return false;
    this.#heldBytes += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#heldBytes -= bytes;
  }
}
