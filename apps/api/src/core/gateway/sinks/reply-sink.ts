import type { ReplyHeaders } from '../../upstream/reply-receiver';

/** Where an answer goes. Opened by the first content of the attempt that succeeds, and by no other. */
export interface ReplySink {
  /** Whether the gateway itself reads the answer: what cannot be read is then none. */
  readonly isReading?: boolean;
  /** The answer begins: from here on there is no other key. Called once. */
  open(status: number, headers: ReplyHeaders): void;
  /** Whole events of a stream, or bytes of a body. False when the client is slow: wait for `onDrain`. */
  write(bytes: Buffer): boolean;
  /** A whole body at once, in place of `open`, `write` and `end`; `json` is the same, parsed, where it is JSON. */
  sendWhole(status: number, headers: ReplyHeaders, body: Buffer, json?: unknown): void;
  /** The answer is complete. */
  end(): void;
  /** Calls `resume` whenever the client has taken what was written. */
  onDrain(resume: () => void): void;
}
