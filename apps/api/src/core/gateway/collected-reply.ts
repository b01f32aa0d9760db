import type { ReplyHeaders } from '../upstream/reply-receiver';
import type { ReplySink } from './reply-sink';

/** Collects an answer instead of sending it on, for calls whose reply the gateway itself reads. */
export class CollectedReply implements ReplySink {
  readonly #chunks: Buffer[] = [];

  get body(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  open(): void {}

  write(bytes: Buffer): boolean {
    this.#chunks.push(bytes);
    return true;
  }

  sendWhole(_status: number, _headers: ReplyHeaders, body: Buffer): void {
    this.#chunks.push(body);
  }

  end(): void {}

  onDrain(): void {}
}
