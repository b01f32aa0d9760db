import type { ReplySink } from '../gateway/sinks/reply-sink';

/** Keeps what reached the client. */
export class RecordingSink implements ReplySink {
  status: number | undefined;
  isEnded = false;
  readonly #chunks: Buffer[] = [];

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }

  open(status: number): void {
    this.status = status;
  }

  write(bytes: Buffer): boolean {
    this.#chunks.push(bytes);
    return true;
  }

  sendWhole(status: number, _headers: unknown, body: Buffer): void {
    this.status = status;
    this.#chunks.push(body);
    this.isEnded = true;
  }

  end(): void {
    this.isEnded = true;
  }

  onDrain(): void {}
}
