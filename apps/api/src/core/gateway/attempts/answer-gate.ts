import type { ReplyHeaders } from '../../upstream/reply-receiver';
import type { ReplySink } from '../sinks/reply-sink';

/** Holds the beginning of a reply back until it has proved to be an answer, then lets everything through. */
export class AnswerGate {
  #held: Buffer[] = [];
  #heldBytes = 0;
  #isOpen = false;

  constructor(
    private readonly sink: ReplySink,
    readonly status: number,
    readonly headers: ReplyHeaders,
    private readonly resume: () => void,
  ) {}

  /** Whether bytes have gone to the client. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** Whether the gateway itself reads what is let through. */
  get isReading(): boolean {
    return this.sink.isReading === true;
  }

  /** Forgets what is held: nobody can read it. */
  discard(): void {
    this.#held = [];
    this.#heldBytes = 0;
  }

  hold(bytes: Buffer): void {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
  }

  /** Everything held so far, as one buffer. */
  held(): Buffer {
    if (this.#held.length !== 1) this.#held = [Buffer.concat(this.#held)];
    return this.#held[0]!;
  }

  /** Lets the held bytes through. False when the client is slow. */
  open(): boolean {
    const first = this.held();
    this.#begin();
    this.sink.onDrain(this.resume);
    this.sink.open(this.status, this.headers);
    return first.length === 0 || this.sink.write(first);
  }

  /** Sends what is held as the whole answer; `json` is the same, parsed. */
  sendHeld(json?: unknown): void {
    const body = this.held();
    this.#begin();
    this.sink.sendWhole(this.status, this.headers, body, json);
  }

  write(bytes: Buffer): boolean {
    return this.sink.write(bytes);
  }

  end(): void {
    this.sink.end();
  }

  #begin(): void {
    this.#isOpen = true;
    this.#held = [];
  }
}
