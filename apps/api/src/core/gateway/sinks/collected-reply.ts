import type { ReplyHeaders } from '../../upstream/reply-receiver';
import type { ReplySink } from './reply-sink';

/** Collects an answer instead of sending it on, for calls whose reply the gateway itself reads. */
export class CollectedReply implements ReplySink {
  /** Of the answer; 0 as long as there is none. */
  status = 0;
  headers: ReplyHeaders = {};
  readonly #chunks: Buffer[] = [];

  get body(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  open(status: number, headers: ReplyHeaders): void {
    this.status = status;
    this.headers = headers;
  }

  write(bytes: Buffer): boolean {
    this.#chunks.push(bytes);
    return true;
  }

  sendWhole(status: number, headers: ReplyHeaders, body: Buffer): void {
    this.open(status, headers);
    this.#chunks.push(body);
  }

  end(): void {}

  onDrain(): void {}
}
